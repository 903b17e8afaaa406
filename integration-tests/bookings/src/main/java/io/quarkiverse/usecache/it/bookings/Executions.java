package io.quarkiverse.usecache.it.bookings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;

/** Counts how often the bodies of cached methods ran, so that page and tests can tell a hit from a load. */
@ApplicationScoped
public class Executions {

    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final RequestExecutions request;

    Executions(RequestExecutions request) {
        this.request = request;
    }

    /** Called by the body of a cached method, first of all. */
    void record(String method, Object argument) {
        String call = method + "(" + argument + ")";
        counts.merge(call, 1L, Long::sum);
        if (Arc.container().requestContext().isActive()) {
            request.add(call);
        }
    }

    /** The bodies that ran for this request; none when everything was a hit. */
    public List<String> ofThisRequest() {
        return request.all();
    }

    /** How often each body ran since the application started, refreshes behind a request included. */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
