package io.quarkiverse.usecache.runtime.call.tag;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.smallrye.mutiny.Uni;

/** An entry that nobody can revalidate is worse than none. */
class BadTagsTest {

    private static final Logger LOG = Logger.getLogger(CachedMethod.class.getName());

    private final TestCache cache = new TestCache();
    private final List<LogRecord> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(logged);
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void end() {
        LOG.removeHandler(handler);
    }

    static Stream<List<String>> bad() {
        List<String> withNull = new ArrayList<>();
        withNull.add(null);
        return Stream.of(withNull, List.of(""), List.of("x".repeat(257)), List.of("line\nbreak"), List.of("nul\0"),
                List.of("good", "\u0085"), IntStream.rangeClosed(1, 129).mapToObj(i -> "tag" + i).toList());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theValueIsReturnedAndNotCachedAndOneWarningIsLogged(List<String> tags) throws Exception {
        TestMethod read = cache.method("read", argument -> {
            cacheTag(tags.toArray(String[]::new));
            return "value";
        });
        TestMethod around = cache.method("around", argument -> read.call(), "fine");

        assertThat(read.call()).isEqualTo("value");
        assertThat(read.call()).isEqualTo("value");
        assertThat(read.executions).hasValue(2);
        assertThat(warnings).hasSize(1);

        assertThat(around.call()).isEqualTo("value");
        assertThat(around.call()).isEqualTo("value");
        assertThat(around.executions).hasValue(2);
        assertThat(cache.entries()).isZero();
        assertThat(warnings).hasSize(2);
    }

    @Test
    void tagsOfSeveralCallsCountTogether() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            IntStream.range(0, 65).forEach(i -> cacheTag(argument + ":" + i));
            return "value";
        });
        TestMethod around = cache.method("around", argument -> "" + read.call("a") + read.call("b"));

        around.call();

        assertThat(cache.entries()).isEqualTo(2);
    }

    @Test
    void theLongestAndTheMostAreFine() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            cacheTag("ü".repeat(256));
            IntStream.rangeClosed(1, 127).forEach(i -> cacheTag("tag" + i, "tag" + i));
            return "value";
        });

        read.call();
        read.call();

        assertThat(read.executions).hasValue(1);
        int[] named = { 0 };
        cache.entry().tags().forEach(tag -> named[0] += tag.isNamed() ? 1 : 0);
        assertThat(named[0]).isEqualTo(128);
        assertThat(warnings).isEmpty();
    }

    /** Past the limit a tag costs nothing: not a search among those before it, nor a state. */
    @Test
    void veryManyTagsCostNoMoreThanTheirNumber() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            for (int i = 0; i < 100_000; i++) {
                cacheTag("tag" + i);
            }
            return "value";
        });
        assertThat(read.call()).isEqualTo("value");
        assertThat(cache.entries()).isZero();
        assertThat(cache.clock.knownTags()).isLessThan(200);
        assertThat(warnings).hasSize(1);
    }

    static Stream<Object> oneShots() {
        return Stream.of(Uni.createFrom().item(1), CompletableFuture.completedFuture(1), Stream.of(1), List.of(1).iterator(),
                InputStream.nullInputStream(), Reader.nullReader(), Optional.of(Stream.of(1)), new FutureTask<>(() -> 1));
    }

    /** A method may declare that it returns an Object. */
    @ParameterizedTest
    @MethodSource("oneShots")
    void whatCanBeConsumedOnlyOnceOrIsNotThereYetIsNotCached(Object value) throws Exception {
        TestMethod read = cache.method("read", argument -> value);
        assertThat(read.call()).isSameAs(value);
        assertThat(read.call()).isSameAs(value);
        assertThat(read.executions).hasValue(2);
        assertThat(cache.entries()).isZero();
        assertThat(warnings).hasSize(1);
    }

    @Test
    void tagsAreCaseSensitive() throws Exception {
        TestMethod read = cache.method("read", argument -> "value", "a");
        read.call();

        cache.revalidate("A");
        read.call();

        assertThat(read.executions).hasValue(1);
    }
}
