package io.quarkiverse.usecache.it.benchmarks.startup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured with and without the extension, in turns, so that what else the machine does disturbs both alike. */
public record Medians(List<Long> with, List<Long> without) {

    static final Medians NONE = new Medians(List.of(), List.of());

    /** Measures once. */
    interface Measurement {
        long millis() throws IOException, InterruptedException;
    }

    /**
     * The first of each is not counted: it reads files that later ones find in memory. Who goes first changes, so that a
     * machine that gets slower is not taken for one of both.
     */
    static Medians ofAlternate(int times, Measurement with, Measurement without) throws IOException, InterruptedException {
        Medians medians = new Medians(new ArrayList<>(), new ArrayList<>());
        with.millis();
        without.millis();
        for (int i = 0; i < times; i++) {
            if (i % 2 == 0) {
                medians.with.add(with.millis());
                medians.without.add(without.millis());
            } else {
                medians.without.add(without.millis());
                medians.with.add(with.millis());
            }
        }
        return medians;
    }

    public boolean known() {
        return !with.isEmpty();
    }

    public double medianWith() {
        return median(with);
    }

    public double medianWithout() {
        return median(without);
    }

    public double difference() {
        return medianWith() - medianWithout();
    }

    /** The difference between the fastest of each, which other work on the machine disturbs least. */
    public long differenceOfFastest() {
        return Collections.min(with) - Collections.min(without);
    }

    /** By how much those with the extension differ from each other, without the fastest and the slowest quarter. */
    public long spreadWith() {
        return spread(with);
    }

    public long spreadWithout() {
        return spread(without);
    }

    private static long spread(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int quarter = sorted.size() / 4;
        return sorted.get(sorted.size() - 1 - quarter) - sorted.get(quarter);
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
    }

    String toJson() {
        return "{ \"with\": " + with + ", \"without\": " + without + " }";
    }
}
