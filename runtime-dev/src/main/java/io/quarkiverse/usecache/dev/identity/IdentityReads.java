package io.quarkiverse.usecache.dev.identity;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.security.Caller;

/** Reports shared cached methods that ask for the caller's identity while they load, once each. */
@Singleton
public class IdentityReads {

    private static final Logger LOG = Logger.getLogger(IdentityReads.class);
    private static final List<String> BETWEEN = List.of("io.quarkus.", "io.quarkiverse.usecache.dev.",
            "io.quarkiverse.usecache.runtime.", "io.smallrye.", "io.vertx.", "jakarta.", "java.", "jdk.", "org.jboss.");
    private static final List<String> GENERATED = List.of("_ClientProxy", "_Subclass", "_Bean");

    private final Set<CachedMethod> reported = ConcurrentHashMap.newKeySet();

    void note() {
        LoadScope scope = LoadScope.current();
        if (scope != null && !scope.load().method().perPrincipal() && !reported.contains(scope.load().method())) {
            report(scope.load().method(), StackWalker.getInstance().walk(frames -> frames.toList()));
        }
    }

    /** The cache itself asks when a private method is called, whose result a shared one may not keep anyway. */
    private void report(CachedMethod method, List<StackFrame> frames) {
        boolean byCache = frames.stream().anyMatch(frame -> frame.getClassName().equals(Caller.class.getName()));
        if (!byCache && reported.add(method)) {
            LOG.warnf(
                    "The shared cached method [%s] asked who its caller is, at [%s]. What it returns for one user is given to "
                            + "all. Pass what depends on the user as an argument, or make it PRIVATE. "
                            + "This is logged once for each method.",
                    method, place(frames));
        }
    }

    /** Where the application asked, behind all that stands between it and the identity. */
    private static String place(List<StackFrame> frames) {
        return frames.stream().filter(frame -> isOfApplication(frame.getClassName())).findFirst().map(StackFrame::toString)
                .orElse("a framework");
    }

    private static boolean isOfApplication(String type) {
        return BETWEEN.stream().noneMatch(type::startsWith) && GENERATED.stream().noneMatch(type::endsWith);
    }
}
