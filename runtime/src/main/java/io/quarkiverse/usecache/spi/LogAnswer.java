package io.quarkiverse.usecache.spi;

import java.util.List;

/**
 * What the log answers, all of it from one moment.
 *
 * @param generation the generation the log is in
 * @param clock the sequence of its last revalidation
 * @param now the store's time in microseconds since 1970; it serves to tell ages, and correctness does not rest on it
 * @param reload whether the entries do not lead on from the position that was asked for, because that is of another generation
 *        or the log has been cut behind it: there are no entries then
 * @param entries what follows the position, in order and without a hole: all of it up to {@code clock}, or as many as were
 *        asked for
 */
public record LogAnswer(String generation, long clock, long now, boolean reload, List<LogEntry> entries) {

    public LogAnswer {
        entries = List.copyOf(entries);
    }
}
