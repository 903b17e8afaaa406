package io.quarkiverse.usecache.dev.live;

/** What can happen. */
public enum EventKind {
    HIT(true),
    STALE_HIT(true),
    MISS(false),
    JOINED(false),
    /** A value came from the shared store, so that the method did not run. */
    SHARED_HIT(false),
    LOAD(false),
    LOAD_FAILED(false),
    /** A load behind a stale value has ended, well or not. */
    REFRESH(false),
    REVALIDATION(false);

    private final boolean frequent;

    EventKind(boolean frequent) {
        this.frequent = frequent;
    }

    /** Whether it happens so often that it must not crowd out the others. */
    boolean isFrequent() {
        return frequent;
    }
}
