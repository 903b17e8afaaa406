package io.quarkiverse.usecache.it.transactions.session;

import java.util.function.Supplier;

import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/** A request of its own, which ends with what runs in it. */
final class Request {

    private Request() {
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    static <T> T call(Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        var around = requests.getStateIfActive();
        requests.activate();
        try {
            return work.get();
        } finally {
            requests.terminate();
            if (around != null) {
                requests.activate(around);
            }
        }
    }

    /** Another one, on a thread of its own. */
    static <T> T callAnother(Supplier<T> work) {
        return OtherThread.call(() -> call(work));
    }

    static void runAnother(Runnable work) {
        OtherThread.call(() -> {
            run(work);
            return null;
        });
    }
}
