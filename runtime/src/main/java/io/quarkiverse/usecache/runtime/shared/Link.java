package io.quarkiverse.usecache.runtime.shared;

import io.quarkiverse.usecache.spi.RevalidationLog;

/** One connection to the log. Whether it is a former one is guarded by {@link LogFollower}. */
final class Link {

    final RevalidationLog log;
    int timeOuts;
    boolean former;

    Link(RevalidationLog log) {
        this.log = log;
    }
}
