package io.quarkiverse.usecache.runtime.fill;

import java.util.function.Function;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.EmptyUniSubscription;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;

/** Looks an entry up on subscription. A hit is emitted at once, and needs none of the context that a load takes along. */
abstract class CachedUni extends AbstractUni<Object> implements Function<Context, Uni<Object>> {

    private final FillScope around;
    private final Function<Context, Uni<Object>> inContext;

    CachedUni(FillScope around) {
        this.around = around;
        this.inContext = Infrastructure.decorate((Function<Context, Uni<Object>>) this);
    }

    /** The entry of a plain hit, or {@code null}. */
    abstract Slot hit();

    @Override
    public void subscribe(UniSubscriber<? super Object> subscriber) {
        Slot hit;
        Uni<Object> otherwise;
        try {
            hit = hit();
            otherwise = hit == null ? inContext.apply(subscriber.context()) : null;
        } catch (Throwable failure) {
            EmptyUniSubscription.propagateFailureEvent(subscriber, failure);
            return;
        }
        if (otherwise == null) {
            emit(hit, subscriber);
        } else {
            AbstractUni.subscribe(otherwise, subscriber);
        }
    }

    private void emit(Slot hit, UniSubscriber<? super Object> subscriber) {
        if (around != null) {
            around.absorb(hit);
        }
        subscriber.onSubscribe(EmptyUniSubscription.DONE);
        subscriber.onItem(hit.value());
    }
}
