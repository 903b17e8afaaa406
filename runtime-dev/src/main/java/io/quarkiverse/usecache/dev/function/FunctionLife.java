package io.quarkiverse.usecache.dev.function;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.quarkiverse.usecache.Lifetime;

/** The life of a method's entries, in the words of {@code @CacheLife}. */
public record FunctionLife(String stale, String revalidate, String expire) {

    private static final Map<String, ChronoUnit> UNITS = Map.of("d", ChronoUnit.DAYS, "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES, "s", ChronoUnit.SECONDS);

    static FunctionLife of(Lifetime lifetime) {
        return new FunctionLife(text(lifetime.stale()), text(lifetime.revalidate()), text(lifetime.expire()));
    }

    private static String text(Duration duration) {
        if (duration.equals(Lifetime.NEVER)) {
            return "never";
        }
        return duration.isZero() ? "0" : inLargestUnit(duration);
    }

    private static String inLargestUnit(Duration duration) {
        for (String unit : new String[] { "d", "h", "m", "s" }) {
            Duration one = UNITS.get(unit).getDuration();
            long count = duration.dividedBy(one);
            if (one.multipliedBy(count).equals(duration)) {
                return count + unit;
            }
        }
        return duration.toString();
    }
}
