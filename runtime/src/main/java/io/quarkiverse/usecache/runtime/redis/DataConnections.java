package io.quarkiverse.usecache.runtime.redis;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.quarkiverse.usecache.spi.EntryKey;
import io.vertx.core.Vertx;

/**
 * The connections for entries. What is sent of one entry goes over one of them, so that the entry is there before its lease is
 * given back.
 */
final class DataConnections {

    private final List<DataConnection> all;

    DataConnections(int number, Vertx vertx, Supplier<Channel> channels) {
        all = Stream.generate(() -> new DataConnection(vertx, channels)).limit(number).toList();
    }

    DataConnection of(EntryKey key) {
        return all.get(Math.floorMod(key.hashCode(), all.size()));
    }

    void close() {
        all.forEach(DataConnection::close);
    }
}
