package io.quarkiverse.usecache.tck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.quarkiverse.usecache.spi.TagNumbers;

/** One node's way to servers in memory. It wakes nobody. */
public final class MemoryStore implements SharedStore, SharedEntries {

    /** Faults on the way to the log, of what is asked about tags, and on the way to the entries. */
    public final Faults log = new Faults();
    public final Faults asks = new Faults();
    public final Faults data = new Faults();
    private final MemoryEntries entries;
    private volatile MemoryLog server;
    private volatile MemoryLog asked;
    private volatile boolean closed;

    public MemoryStore(MemoryLog server, MemoryEntries entries) {
        this.server = server;
        this.entries = entries;
    }

    /** Connections opened from now on lead there. */
    public void connectTo(MemoryLog other) {
        server = other;
    }

    /** What is asked about tags is answered by a copy, which may lag. */
    public void askThere(MemoryLog copy) {
        asked = copy;
    }

    @Override
    public RevalidationLog open(Runnable wakeUp) {
        return new Connection(server);
    }

    @Override
    public SharedEntries entries() {
        return this;
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class Connection implements RevalidationLog {

        private final MemoryLog to;

        Connection(MemoryLog to) {
            this.to = to;
        }

        @Override
        public CompletionStage<LogAnswer> pull(Position applied, int maximum) {
            return closed ? lost() : log.perform(() -> to.pull(applied, maximum));
        }

        @Override
        public CompletionStage<LogAnswer> revalidate(Position applied, int maximum, RevalidationMode mode, List<String> tags) {
            return closed ? lost() : log.perform(() -> to.revalidate(applied, maximum, mode, tags));
        }

        @Override
        public CompletionStage<TagNumbers> ask(List<String> tags) {
            MemoryLog copy = asked;
            return closed ? lost() : asks.perform(() -> (copy == null ? to : copy).ask(tags));
        }

        /** What it has not answered may still arrive, as that of a former connection. */
        @Override
        public void close() {
        }
    }

    private static <T> CompletionStage<T> lost() {
        return CompletableFuture.failedStage(new SharedStoreException(Kind.LOST, "closed"));
    }

    @Override
    public CompletionStage<Optional<byte[]>> get(EntryKey key) {
        return closed ? lost() : data.perform(() -> entries.get(key));
    }

    @Override
    public CompletionStage<LoadLease> lease(EntryKey key, String token, Duration duration) {
        return closed ? lost() : data.perform(() -> entries.lease(key, token, duration));
    }

    @Override
    public CompletionStage<LoadLease> lease(EntryKey key, String token, Duration duration, byte[] seen) {
        return closed ? lost() : data.perform(() -> entries.lease(key, token, duration, seen));
    }

    @Override
    public CompletionStage<Void> publish(EntryKey key, byte[] entry, Duration life) {
        return closed ? lost() : data.perform(() -> {
            entries.publish(key, entry, life);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> release(EntryKey key, String token, boolean stored) {
        return closed ? lost() : data.perform(() -> {
            entries.release(key, token, stored);
            return null;
        });
    }
}
