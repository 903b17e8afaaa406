package io.quarkiverse.usecache.it.neighbours;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.usecache.UseCache;

/** Is made, and its interceptors with it, while the application is built: before there is a configuration, or a cache. */
@Provider
public class BaseCurrency implements ContainerResponseFilter {

    static final String HEADER = "Base-Currency";

    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaders().containsKey(HEADER)) {
            response.getHeaders().add(HEADER, base());
        }
    }

    @UseCache
    String base() {
        return "base" + runs.incrementAndGet();
    }
}
