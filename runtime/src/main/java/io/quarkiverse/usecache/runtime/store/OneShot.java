package io.quarkiverse.usecache.runtime.store;

import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

import io.smallrye.mutiny.Uni;

/**
 * Knows the values that must not be stored, whatever the method declares that it returns: those that can be consumed only once,
 * or are not there yet.
 */
public final class OneShot {

    private OneShot() {
    }

    public static boolean is(Object value) {
        return value != null && (value instanceof Optional<?> optional ? is(optional.orElse(null)) : isPlainly(value));
    }

    private static boolean isPlainly(Object value) {
        return value instanceof Uni<?> || value instanceof CompletionStage<?> || value instanceof Future<?>
                || value instanceof Flow.Publisher<?> || value instanceof BaseStream<?, ?> || value instanceof Iterator<?>
                || value instanceof InputStream || value instanceof Reader || value instanceof io.vertx.core.Future<?>;
    }
}
