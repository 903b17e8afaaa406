package io.quarkiverse.usecache.it.devui;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who uses the demo, while Dev UI is looked at. At a walking pace: Dev UI itself lists every request, and some
 * hundred a second keep it from painting.
 */
final class Load implements AutoCloseable {

    private static final List<String> TYPES = List.of("short-haul", "medium-haul", "long-haul");
    private static final List<String> CUSTOMERS = List.of("ORD", "ATL", "DFW", "LAX", "PHX", "STL", "DEN");
    private static final int BOOKINGS = 60;

    private final Demo demo;
    private final Random random = new Random(1);
    private final ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
    private int round;

    Load(Demo demo) {
        this.demo = demo;
        user.scheduleAtFixedRate(this::look, 0, 200, TimeUnit.MILLISECONDS);
    }

    private void look() {
        demo.get("/bookings/" + (1 + random.nextInt(BOOKINGS)), "/bookings/" + (1 + random.nextInt(BOOKINGS)),
                "/customers/" + any(CUSTOMERS) + "/bookings", "/types/" + any(TYPES) + "/bookings",
                "/types/" + any(TYPES) + "/customers", "/statistics", "/customers");
        if (round++ % 10 == 0) {
            demo.revalidate("booking:" + (1 + random.nextInt(BOOKINGS)));
            demo.revalidate("customer:" + any(CUSTOMERS) + "&mode=stale");
        }
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    @Override
    public void close() {
        user.shutdownNow();
    }
}
