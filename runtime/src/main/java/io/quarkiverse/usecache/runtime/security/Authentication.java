package io.quarkiverse.usecache.runtime.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;

/**
 * Whether the caller's identity is being made: what is called for that would wait for itself if it asked for the identity. The
 * Vert.x context of the request knows, which the code that makes the identity has, on whatever thread it runs.
 */
@Singleton
public class Authentication {

    private static final String RUNNING = Authentication.class.getName();
    private static final ThreadLocal<Boolean> ASKED = new ThreadLocal<>();

    /** Asks for the identity, unless the call comes from code that makes it. */
    <T> CompletableFuture<T> unlessRunning(Supplier<CompletableFuture<T>> question) {
        AtomicInteger running = running();
        if (ASKED.get() != null || running != null && running.get() > 0) {
            return CompletableFuture.completedFuture(null);
        }
        ASKED.set(true);
        try {
            return question.get();
        } finally {
            ASKED.remove();
        }
    }

    /** One may be part of another. */
    void begin() {
        if (VertxContext.isOnDuplicatedContext()) {
            AtomicInteger running = running();
            if (running == null) {
                running = new AtomicInteger();
                ContextLocals.put(RUNNING, running);
            }
            running.incrementAndGet();
        }
    }

    void end() {
        AtomicInteger running = running();
        if (running != null) {
            running.decrementAndGet();
        }
    }

    private static AtomicInteger running() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.<AtomicInteger> get(RUNNING, null) : null;
    }
}
