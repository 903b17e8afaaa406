package io.quarkiverse.usecache.it.benchmarks.report;

/** A bar needs a figure that this run has left out. */
final class NotMeasured extends RuntimeException {

    NotMeasured() {
        super("not measured");
    }
}
