package io.quarkiverse.usecache.runtime.load;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.smallrye.mutiny.Uni;

/** Where the value of a load comes from: the method, or a shared store and then the method. */
public interface Source {

    /** A value that was loaded elsewhere. It is given instead of a value, and becomes the entry as it is. */
    record Promoted(Entry entry) {
    }

    /** Every value comes from the method. */
    Source METHOD = new Source() {
    };

    /**
     * The value, on the thread of the load, which may wait.
     *
     * @param view what the load may see
     */
    default Object value(CallKey key, ReadView view, Callable<Object> method) throws Exception {
        return method.call();
    }

    /** The value of an asynchronous method; nothing happens until it is subscribed to. */
    default Uni<?> deferred(CallKey key, ReadView view, Supplier<Uni<?>> method) {
        return method.get();
    }
}
