package io.quarkiverse.usecache.runtime.event;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** A finished result, as listeners see it: the same object for all hits of one value. */
public interface StoredValue {

    CachedMethod method();

    Object value();

    TagStamps tags();

    Life life();

    /** Whether it came from a shared store, and the method did not run on this node. */
    default boolean fromElsewhere() {
        return false;
    }

    /** When its load began, by the cache's ticker. */
    long started();

    /**
     * For how many nanoseconds it stays fresh, unless it is revalidated; fewer than none if it is too old already, and
     * {@link Life#FOR_EVER} if age does not matter.
     */
    default long freshFor(long now) {
        long revalidate = life().revalidate();
        return revalidate == Life.FOR_EVER ? revalidate : revalidate - (now - started());
    }
}
