package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.usecache.it.benchmarks.shared.contestant.BareBooks;

/** What Redis counts. */
final class RedisFigures {

    private final BareBooks redis;

    RedisFigures(BareBooks redis) {
        this.redis = redis;
    }

    /** How often it has read from a connection: once for each round trip, as long as there is one caller. */
    long reads() {
        return figure("stats", "total_reads_processed");
    }

    long usedMemory() {
        return figure("memory", "used_memory");
    }

    private long figure(String section, String name) {
        Matcher figure = Pattern.compile("(?m)^" + name + ":(\\d+)").matcher(redis.info(section));
        if (!figure.find()) {
            throw new IllegalStateException("Redis does not say [%s] in section [%s] of INFO".formatted(name, section));
        }
        return Long.parseLong(figure.group(1));
    }
}
