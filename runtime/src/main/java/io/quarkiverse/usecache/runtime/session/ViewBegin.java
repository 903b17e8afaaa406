package io.quarkiverse.usecache.runtime.session;

import jakarta.enterprise.context.RequestScoped;

/** When the view of a request began, in logical time; there is none for a request without a view of its own. */
@RequestScoped
public class ViewBegin {

    private volatile long stamp = Long.MAX_VALUE;

    synchronized void at(long begun) {
        stamp = Math.min(stamp, begun);
    }

    long stamp() {
        return stamp;
    }
}
