package io.quarkiverse.usecache.it.benchmarks.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.openjdk.jmh.results.RunResult;

/** What JMH has measured, by the name of the benchmark's class. */
final class Results {

    private final Map<String, List<Measured>> byClass;

    Results(Collection<RunResult> results) {
        this.byClass = results.stream().map(Measured::new)
                .collect(Collectors.groupingBy(Measured::className, LinkedHashMap::new, Collectors.toList()));
    }

    Map<String, List<Measured>> byClass() {
        return byClass;
    }

    /**
     * @param label the benchmark's method, and its parameters if there are any
     * @throws NotMeasured if this run has left it out
     */
    Measured get(String className, String label) {
        return byClass.getOrDefault(className, List.of()).stream()
                .filter(measured -> measured.label().equals(label))
                .findFirst().orElseThrow(NotMeasured::new);
    }
}
