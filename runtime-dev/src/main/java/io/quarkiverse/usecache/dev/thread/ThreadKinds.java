package io.quarkiverse.usecache.dev.thread;

import java.util.Set;

import org.jboss.threads.JBossThread;

import io.netty.util.concurrent.FastThreadLocalThread;

/** Tells threads apart by what runs on them. */
final class ThreadKinds {

    private static final String VIRTUAL = "quarkus-virtual-thread-";
    private static final String OF_CACHE = "io.quarkiverse.usecache.runtime.";
    private static final Set<String> WAITING = Set.of("java.util.concurrent.ForkJoinTask",
            "java.util.concurrent.CompletableFuture", "java.util.concurrent.FutureTask", "java.lang.Thread");
    private static final Set<String> WAITS = Set.of("get", "join", "invoke", "invokeAll", "awaitDone");

    private ThreadKinds() {
    }

    /** Whether Quarkus or Vert.x started it, whose calls have the context of what made them. */
    static boolean isOfQuarkus(Thread thread) {
        return thread instanceof JBossThread || thread instanceof FastThreadLocalThread || thread.getName().startsWith(VIRTUAL);
    }

    /** Whether what it runs waits for tasks, above the innermost cached call. */
    static boolean waitsForOthers(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().startsWith(OF_CACHE)) {
                return false;
            }
            if (WAITING.contains(frame.getClassName()) && WAITS.contains(frame.getMethodName())) {
                return true;
            }
        }
        return false;
    }
}
