package io.quarkiverse.usecache.it.concurrency.call;

import java.util.concurrent.atomic.AtomicInteger;

import org.jetbrains.lincheck.datastructures.Operation;

import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** What Lincheck calls: three cached methods that read one number, and all that makes their entries go. */
public class RegistryOperations {

    private final AtomicInteger database = new AtomicInteger();
    private final Registry registry = new Registry();
    private final CachedFunction tagged = registry.method("tagged", "a");
    private final CachedFunction dynamic = registry.method("dynamic");
    private final CachedFunction nesting = registry.method("nesting", "c");

    @Operation
    public int readTagged() {
        return (int) registry.call(tagged, this::load);
    }

    @Operation
    public int readDynamic() {
        return (int) registry.call(dynamic, this::loadThenTag);
    }

    private Object loadThenTag() {
        Object value = load();
        CachedCall.cacheTag("b");
        return value;
    }

    /** Lets other threads run before and after it reads. */
    private Object load() {
        Thread.yield();
        int value = database.get();
        Thread.yield();
        return value;
    }

    @Operation
    public int readNesting() {
        return (int) registry.call(nesting, this::readTagged);
    }

    @Operation
    public void update() {
        database.incrementAndGet();
    }

    @Operation
    public void revalidateA() {
        registry.revalidate("a");
    }

    @Operation
    public void revalidateB() {
        registry.revalidate("b");
    }

    @Operation
    public void revalidateAll() {
        registry.revalidate("c", "b", "a");
    }

    @Operation
    public void clear() {
        registry.clear();
    }

    @Operation
    public void evict() {
        registry.evict();
    }

    @Operation
    public void sweep() {
        registry.sweep();
    }
}
