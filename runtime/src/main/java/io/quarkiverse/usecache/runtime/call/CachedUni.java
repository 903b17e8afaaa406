package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.EmptyUniSubscription;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;

/**
 * Looks an entry up on subscription. A hit is emitted at once; only if there is none, it goes back to the context in which it
 * was made, as a callback of Mutiny would for every subscription.
 */
abstract class CachedUni extends AbstractUni<Object> {

    private final ReadThrough readThrough;
    private final CachedFunction function;
    private final CallKey key;
    private final LoadScope around;
    private final Executor inContext;

    CachedUni(ReadThrough readThrough, CachedFunction function, CallKey key) {
        this.readThrough = readThrough;
        this.function = function;
        this.key = key;
        this.around = LoadScope.current();
        this.inContext = SmallRyeThreadContext.getCurrentThreadContextOrDefaultContexts().currentContextExecutor();
    }

    /**
     * What a call does that is no plain hit.
     *
     * @param inside the load that makes the call, or {@code null}
     */
    abstract Uni<Object> otherwise(LoadScope inside, Context subscriber);

    /** A call that was made outside any load is part of the one that subscribes to it. */
    @Override
    public void subscribe(UniSubscriber<? super Object> subscriber) {
        Entry hit;
        Uni<Object> other;
        try {
            LoadScope inside = around == null ? LoadScope.current() : around;
            hit = readThrough.hitElsewhere(function, key, inside);
            other = hit == null ? otherwiseInContext(inside, subscriber.context()) : null;
        } catch (Throwable failure) {
            EmptyUniSubscription.propagateFailureEvent(subscriber, failure);
            return;
        }
        if (other == null) {
            subscriber.onSubscribe(EmptyUniSubscription.DONE);
            subscriber.onItem(hit.value());
        } else {
            AbstractUni.subscribe(other, subscriber);
        }
    }

    private Uni<Object> otherwiseInContext(LoadScope inside, Context subscriber) {
        AtomicReference<Uni<Object>> made = new AtomicReference<>();
        inContext.execute(() -> made.set(otherwise(inside, subscriber)));
        return made.get();
    }
}
