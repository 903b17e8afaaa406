package io.quarkiverse.usecache.it.bookings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.RequestScoped;

/** The bodies of cached methods that ran for one request. */
@RequestScoped
public class RequestExecutions {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    void add(String call) {
        calls.add(call);
    }

    List<String> all() {
        return List.copyOf(calls);
    }
}
