package io.quarkiverse.usecache.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.CDI;

import org.junit.platform.commons.support.AnnotationSupport;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Prepares the application for each test, and puts right what a test leaves behind. */
public class CacheTestCallback implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (isHere()) {
            clearing(test).ifPresent(CacheTestCallback::clear);
            bean(CallRecorder.class).forget();
        }
    }

    @Override
    public void afterEach(QuarkusTestMethodContext test) {
        if (isHere() && bean(TestClock.class).isMoved()) {
            bean(TestClock.class).showRealTime();
            bean(TagCache.class).clearAll();
        }
    }

    /** The application of a packaged test runs elsewhere. */
    private static boolean isHere() {
        return Arc.container() != null && Arc.container().isRunning();
    }

    private static void clear(ClearCaches clearing) {
        if (clearing.value().length == 0) {
            bean(TagCache.class).clearAll();
        }
        Stream.of(clearing.value()).forEach(bean(TagCache.class)::clear);
    }

    private static Optional<ClearCaches> clearing(QuarkusTestMethodContext test) {
        return AnnotationSupport.findAnnotation(test.getTestMethod(), ClearCaches.class)
                .or(() -> inside(test).stream()
                        .flatMap(instance -> AnnotationSupport.findAnnotation(instance.getClass(), ClearCaches.class).stream())
                        .findFirst());
    }

    /** The test's instance and those around it, outwards. */
    private static List<Object> inside(QuarkusTestMethodContext test) {
        List<Object> outwards = new ArrayList<>(test.getOuterInstances());
        Collections.reverse(outwards);
        outwards.remove(test.getTestInstance());
        outwards.add(0, test.getTestInstance());
        return outwards;
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
