package io.quarkiverse.usecache.dev.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/**
 * What revalidating a tag would reach.
 *
 * @param entries how many live entries carry it
 * @param functions the same for each method
 * @param sample some of the entries
 */
public record DryRun(long entries, List<Reached> functions, List<Sample> sample) {

    private static final int SAMPLE = 20;

    /** @param function in short */
    public record Reached(String function, long entries) {
    }

    /** @param function in short */
    public record Sample(String function, String key) {
    }

    static DryRun of(List<LiveEntry> reached, FunctionNames names) {
        Map<String, Long> counts = new TreeMap<>();
        List<Sample> sample = new ArrayList<>();
        for (LiveEntry entry : reached) {
            String function = names.of(entry.method()).brief();
            counts.merge(function, 1L, Long::sum);
            if (sample.size() < SAMPLE) {
                sample.add(new Sample(function, KeyText.of(entry.callKey())));
            }
        }
        return new DryRun(reached.size(),
                counts.entrySet().stream().map(count -> new Reached(count.getKey(), count.getValue())).toList(), sample);
    }
}
