package io.quarkiverse.usecache.runtime.edge;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.edge.Answer.Result;

/** What became of all calls of an answer together, as a member of {@code Cache-Status} (RFC 9211). */
final class CacheStatus {

    private CacheStatus() {
    }

    static String of(Map<Result, Integer> results, AnswerLife life) {
        String detail = results.size() == 1 && !results.containsKey(Result.STALE) ? "" : ";detail=\"" + text(results) + '"';
        return "use-cache" + outcome(results) + ";ttl=" + life.freshSeconds() + detail;
    }

    /** What one call had to wait for, the answer had to. */
    private static String outcome(Map<Result, Integer> results) {
        if (results.containsKey(Result.MISS)) {
            return ";fwd=miss";
        }
        return results.containsKey(Result.JOINED) ? ";fwd=miss;collapsed" : ";hit";
    }

    private static String text(Map<Result, Integer> results) {
        return results.entrySet().stream()
                .map(result -> result.getKey().name().toLowerCase(Locale.ROOT) + " " + result.getValue())
                .collect(Collectors.joining(", "));
    }
}
