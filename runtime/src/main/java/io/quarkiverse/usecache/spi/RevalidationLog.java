package io.quarkiverse.usecache.spi;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * A connection to the log of revalidations: a number space {@code (generation, sequence)} that all nodes of one tag space
 * share.
 * <p>
 * <b>A generation is the life of one truth.</b> Within one, sequences grow by one with each revalidation, and what was
 * acknowledged is never forgotten. Whenever the store cannot be sure of that (a fail-over, a restart, a restored copy, a
 * deleted state, a caller of this generation that has applied more than the store knows) it opens another generation, with an
 * identity that has never been used, <em>in the same atomic step that would otherwise have answered</em>. Sequences may begin
 * anew then.
 * <p>
 * <b>Each call is one atomic step on the one truth</b>, never on a copy that may lag, and fails where it could not write:
 * {@link #pull} included, because its answer lets a node serve what it holds. {@link #ask} alone may be answered by a copy.
 * <p>
 * Stages of one connection end in the order in which the store has taken the steps.
 */
public interface RevalidationLog extends AutoCloseable {

    /**
     * What has happened since a position.
     *
     * @param applied up to where the node has applied the log; {@link Position#NONE} for a node that begins
     * @param maximum how many entries to give at most; the node asks again for more
     */
    CompletionStage<LogAnswer> pull(Position applied, int maximum);

    /**
     * Appends a revalidation of all these tags, under one sequence, and answers as {@link #pull} would just after it: the
     * answer's {@linkplain LogAnswer#clock clock} is the revalidation's sequence. If the stage fails the revalidation may have
     * taken place all the same; the node sends it again, and twice is harmless.
     *
     * @param tags the application's tags, and reserved ones that begin with U+0001; none has a line feed
     */
    CompletionStage<LogAnswer> revalidate(Position applied, int maximum, RevalidationMode mode, List<String> tags);

    /**
     * When tags were last revalidated. A store that has dropped the number of a tag answers with a number that is not smaller:
     * it must raise that number before it drops the tag's own.
     */
    CompletionStage<TagNumbers> ask(List<String> tags);

    /** Ends this connection at once; stages that have not ended then fail. */
    @Override
    void close();
}
