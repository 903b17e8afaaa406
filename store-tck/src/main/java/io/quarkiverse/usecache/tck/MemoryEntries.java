package io.quarkiverse.usecache.tck;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease;
import io.quarkiverse.usecache.spi.LoadLease.State;
import io.quarkiverse.usecache.spi.SharedEntries;

/** A server that keeps entries in memory. Each method is one atomic step. */
public final class MemoryEntries {

    private static final String FAILED = "-";
    private static final Duration FAILED_FOR = Duration.ofSeconds(1);

    private record Kept<T>(T value, long until) {
    }

    private final LongSupplier micros;
    private final Map<EntryKey, Kept<byte[]>> entries = new HashMap<>();
    private final Map<EntryKey, Kept<String>> leases = new HashMap<>();

    /** @param micros the server's time */
    public MemoryEntries(LongSupplier micros) {
        this.micros = micros;
    }

    public synchronized Optional<byte[]> get(EntryKey key) {
        return alive(entries, key).map(byte[]::clone);
    }

    synchronized LoadLease lease(EntryKey key, String token, Duration duration) {
        Optional<String> holder = alive(leases, key);
        if (holder.isEmpty()) {
            leases.put(key, new Kept<>(token, end(duration)));
        }
        State state = holder.isEmpty() ? State.GRANTED : holder.get().equals(FAILED) ? State.FAILED : State.TAKEN;
        return new LoadLease(state, get(key));
    }

    synchronized LoadLease lease(EntryKey key, String token, Duration duration, byte[] seen) {
        LoadLease lease = lease(key, token, duration);
        return new LoadLease(lease.state(), lease.entry().filter(entry -> !Arrays
                .equals(Arrays.copyOf(entry, Math.min(entry.length, SharedEntries.SEEN_BYTES)), seen)));
    }

    public synchronized void publish(EntryKey key, byte[] entry, Duration life) {
        entries.put(key, new Kept<>(entry.clone(), end(life)));
    }

    synchronized void release(EntryKey key, String token, boolean stored) {
        if (alive(leases, key).filter(token::equals).isPresent()) {
            leases.remove(key);
            if (!stored) {
                leases.put(key, new Kept<>(FAILED, end(FAILED_FOR)));
            }
        }
    }

    private long end(Duration duration) {
        return micros.getAsLong() + duration.toNanos() / 1_000;
    }

    private <T> Optional<T> alive(Map<EntryKey, Kept<T>> all, EntryKey key) {
        Kept<T> kept = all.get(key);
        return kept == null || kept.until() <= micros.getAsLong() ? Optional.empty() : Optional.of(kept.value());
    }

    public synchronized int size() {
        return entries.size();
    }

    /** The only entry's key. */
    public synchronized EntryKey onlyKey() {
        return entries.keySet().iterator().next();
    }
}
