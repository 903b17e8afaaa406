package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.quarkiverse.usecache.runtime.method.ReturnKind;

/** The adapters of the one algorithm to the ways in which methods return. */
public final class CallAdapters {

    private final ValueCalls values;
    private final UniCalls unis;
    private final StageCalls stages;

    /**
     * @param joinTimeout for how long a call waits for another's load
     * @param mayBlock whether the calling thread may wait; an event loop must not
     */
    public CallAdapters(Fills fills, Refreshes refreshes, Duration joinTimeout, BooleanSupplier mayBlock) {
        ReadThrough readThrough = new ReadThrough(fills);
        this.values = new ValueCalls(readThrough, refreshes, joinTimeout, mayBlock);
        this.unis = new UniCalls(readThrough, refreshes, joinTimeout);
        this.stages = new StageCalls(unis);
    }

    public CallAdapter forKind(ReturnKind kind) {
        return switch (kind) {
            case VALUE -> values;
            case UNI -> unis;
            case STAGE -> stages;
        };
    }
}
