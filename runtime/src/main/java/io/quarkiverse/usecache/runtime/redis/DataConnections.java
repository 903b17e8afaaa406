package io.quarkiverse.usecache.runtime.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.vertx.core.Vertx;

/** The connections for entries, used in turn. */
final class DataConnections {

    private final List<DataConnection> all;
    private final AtomicInteger next = new AtomicInteger();

    DataConnections(int number, Vertx vertx, Supplier<Channel> channels) {
        all = new ArrayList<>(Stream.generate(() -> new DataConnection(vertx, channels)).limit(number).toList());
    }

    DataConnection next() {
        return all.get(Math.floorMod(next.getAndIncrement(), all.size()));
    }

    void close() {
        all.forEach(DataConnection::close);
    }
}
