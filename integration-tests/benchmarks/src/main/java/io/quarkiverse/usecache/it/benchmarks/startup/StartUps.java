package io.quarkiverse.usecache.it.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** How long the demo takes to start, and to be built, next to its twin without the extension. */
public record StartUps(Medians start, Medians build) {

    public static final StartUps NONE = new StartUps(Medians.NONE, Medians.NONE);

    private static final Packaged WITH = new Packaged(Path.of("../bookings/target/quarkus-app"));
    private static final Packaged WITHOUT = new Packaged(Path.of("twin/target/quarkus-app"));

    public static StartUps measure(boolean quick) throws IOException, InterruptedException {
        System.out.println("# The demo with and without the extension: start-up" + (quick ? "" : ", then build"));
        Medians start = Medians.ofAlternate(quick ? 11 : 31, WITH::startMillis, WITHOUT::startMillis);
        Medians build = quick ? Medians.NONE : Medians.ofAlternate(7, WITH::buildMillis, WITHOUT::buildMillis);
        return new StartUps(start, build);
    }

    public String toJson() {
        return String.format(Locale.ROOT, "{ \"unit\": \"ms\", \"start\": %s, \"build\": %s }%n", start.toJson(),
                build.toJson());
    }
}
