package io.quarkiverse.usecache.it.benchmarks.report;

import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Something that has to hold.
 *
 * @param what what is measured, in words
 * @param text the bar, in words
 * @param figure what was measured, in words
 * @param verdict whether it holds, or nothing if it was not measured
 */
record Bar(String what, String text, String figure, String verdict) {

    static Bar atMost(String what, double bar, String unit, DoubleSupplier figure) {
        return of(what, "at most ", bar, unit, figure, 1);
    }

    static Bar atLeast(String what, double bar, String unit, DoubleSupplier figure) {
        return of(what, "at least ", bar, unit, figure, -1);
    }

    private static Bar of(String what, String relation, double bar, String unit, DoubleSupplier figure, int sign) {
        String text = relation + format(bar, unit);
        try {
            double measured = figure.getAsDouble();
            return new Bar(what, text, format(measured, unit), sign * measured <= sign * bar ? "met" : "MISSED");
        } catch (NotMeasured e) {
            return new Bar(what, text, e.getMessage(), "");
        }
    }

    private static String format(double value, String unit) {
        return String.format(Locale.ROOT, "%.2f %s", value, unit);
    }
}
