package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.EmptyUniSubscription;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;

/**
 * Looks an entry up on subscription. A hit is emitted at once; only if there is none, it goes back to the context in which it
 * was
 * made, as a callback of Mutiny would for every subscription.
 */
abstract class CachedUni extends AbstractUni<Object> {

    private final ReadThrough readThrough;
    private final CachedMethod method;
    private final CallKey key;
    private final FillScope around;
    private final Executor inContext;

    CachedUni(ReadThrough readThrough, CachedMethod method, CallKey key, FillScope around) {
        this.readThrough = readThrough;
        this.method = method;
        this.key = key;
        this.around = around;
        this.inContext = SmallRyeThreadContext.getCurrentThreadContextOrDefaultContexts().currentContextExecutor();
    }

    /** What a call does that is no plain hit. */
    abstract Uni<Object> otherwise(Context subscriber);

    @Override
    public void subscribe(UniSubscriber<? super Object> subscriber) {
        Slot hit;
        Uni<Object> other;
        try {
            hit = readThrough.hit(method, key);
            other = hit == null ? otherwiseInContext(subscriber.context()) : null;
        } catch (Throwable failure) {
            EmptyUniSubscription.propagateFailureEvent(subscriber, failure);
            return;
        }
        if (other == null) {
            emit(hit, subscriber);
        } else {
            AbstractUni.subscribe(other, subscriber);
        }
    }

    private Uni<Object> otherwiseInContext(Context subscriber) {
        AtomicReference<Uni<Object>> made = new AtomicReference<>();
        inContext.execute(() -> made.set(otherwise(subscriber)));
        return made.get();
    }

    private void emit(Slot hit, UniSubscriber<? super Object> subscriber) {
        if (around != null) {
            around.absorb(hit);
        }
        subscriber.onSubscribe(EmptyUniSubscription.DONE);
        subscriber.onItem(hit.value());
    }
}
