package io.quarkiverse.usecache.it.benchmarks.startup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was measured with and without the extension, in turns, so that what else the machine does disturbs both alike. */
public record Medians(List<Long> with, List<Long> without) {

    static final Medians NONE = new Medians(List.of(), List.of());

    /** Measures once. */
    interface Measurement {
        long millis() throws IOException, InterruptedException;
    }

    /** The first of each is not counted: it reads files that later ones find in memory. */
    static Medians ofAlternate(int times, Measurement with, Measurement without) throws IOException, InterruptedException {
        Medians medians = new Medians(new ArrayList<>(), new ArrayList<>());
        with.millis();
        without.millis();
        for (int i = 0; i < times; i++) {
            medians.with.add(with.millis());
            medians.without.add(without.millis());
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

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
    }

    String toJson() {
        return "{ \"with\": " + with + ", \"without\": " + without + " }";
    }
}
