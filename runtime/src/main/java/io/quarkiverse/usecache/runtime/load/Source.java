package io.quarkiverse.usecache.runtime.load;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.smallrye.mutiny.Uni;

/** Where the value of a load comes from: the method, or a shared store and then the method. */
public interface Source {

    /**
     * What a load asks for.
     *
     * @param view what the load may see
     * @param replaced the entry that is served while this load refreshes it; {@code null} if a call waits for the load
     * @param nested whether another load waits for it, which must not be given a stale value
     */
    record Request(CallKey key, ReadView view, Entry replaced, boolean nested) {

        public boolean isRefresh() {
            return replaced != null;
        }
    }

    /** A value that was loaded elsewhere. It is given instead of a value, and becomes the entry as it is. */
    record Promoted(Entry entry) {
    }

    /** Adds to where values come from. A bean, where there is something to add. */
    @FunctionalInterface
    interface Layer {

        Source over(Source source, CachedMethod method);
    }

    /** Every value comes from the method. */
    Source METHOD = new Source() {
    };

    /** The same for a load whose value is for its caller alone: it asks nobody but the method. */
    default Source alone() {
        return METHOD;
    }

    /** The same for a load behind the call that is made on this thread now. */
    default Source behind() {
        return this;
    }

    /** The value, on the thread of the load, which may wait. */
    default Object value(Request request, Callable<Object> method) throws Exception {
        return method.call();
    }

    /** The value of an asynchronous method; nothing happens until it is subscribed to. */
    default Uni<?> deferred(Request request, Supplier<Uni<?>> method) {
        return method.get();
    }

    /** The load has ended, and those who wait for it are not told yet. It must not fail, and not wait. */
    default void ended(Request request, Outcome outcome) {
    }
}
