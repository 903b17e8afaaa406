package io.quarkiverse.usecache.it.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.openjdk.jmh.results.RunResult;

import io.quarkiverse.usecache.it.benchmarks.startup.Medians;
import io.quarkiverse.usecache.it.benchmarks.startup.StartUps;

/**
 * A table for each benchmark class, with ratios to its first line, because times depend on the machine and ratios hardly do.
 * Then what has to hold.
 */
public final class Report {

    private final Results results;
    private final StartUps startUps;

    public Report(Collection<RunResult> results, StartUps startUps) {
        this.results = new Results(results);
        this.startUps = startUps;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "%n%s %s, JDK %s, %d processors", System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        results.byClass().forEach((name, measured) -> table(text, name, measured));
        startUps(text);
        line(text, "%n%-46s %-30s %-20s", "What has to hold", "bar", "measured");
        for (Bar bar : Bars.of(results, startUps)) {
            line(text, "  %-44s %-30s %-20s %s", bar.what(), bar.text(), bar.figure(), bar.verdict());
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String name, List<Measured> all) {
        line(text, "%n%-46s %12s %8s %8s", name, "median", "ratio", "bytes");
        double first = score(all.get(0));
        for (Measured measured : all) {
            line(text, "  %-44s %12.1f %8.2f %8s  %s", measured.label(), score(measured), score(measured) / first,
                    bytes(measured.allocated()), measured.kept().isPresent() ? "B/entry" : measured.unit());
        }
    }

    private static double score(Measured measured) {
        return measured.kept().orElseGet(measured::time);
    }

    private static String bytes(OptionalDouble bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.0f", bytes.getAsDouble()) : "-";
    }

    private void startUps(StringBuilder text) {
        if (startUps.start().known()) {
            line(text, "%n%-46s %12s %8s %8s", "The demo", "without", "with", "ratio");
            startUp(text, "start-up", startUps.start());
        }
        if (startUps.build().known()) {
            startUp(text, "build", startUps.build());
        }
    }

    private static void startUp(StringBuilder text, String name, Medians medians) {
        line(text, "  %-44s %12.0f %8.0f %8.2f  ms", name, medians.medianWithout(), medians.medianWith(),
                medians.medianWith() / medians.medianWithout());
        line(text, "  %-44s %12d %8d", "half of them within", medians.spreadWithout(), medians.spreadWith());
        line(text, "  %-44s %12s %8d", "fastest, over the fastest without", "", medians.differenceOfFastest());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append(System.lineSeparator());
    }
}
