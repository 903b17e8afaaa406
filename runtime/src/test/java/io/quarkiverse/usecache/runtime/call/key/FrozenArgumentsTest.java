package io.quarkiverse.usecache.runtime.call.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.smallrye.mutiny.Uni;

/** Arrays belong to the caller, who may change them as soon as the call has returned. */
class FrozenArgumentsTest {

    private final TestCache cache = new TestCache();

    @Test
    void anEntryIsFoundByWhatItsArrayHeldWhenItWasLoaded() throws Exception {
        TestMethod read = cache.method("read", argument -> Arrays.toString((int[]) argument));
        int[] argument = { 1 };
        read.call(argument);

        argument[0] = 2;

        assertThat(read.call(argument)).isEqualTo("[2]");
        assertThat(read.call(new int[] { 1 })).isEqualTo("[1]");
        assertThat(read.executions).hasValue(2);
    }

    @Test
    void aRefreshLoadsWhatTheCallThatCausedItAskedFor() throws Exception {
        for (TestMethod read : new TestMethod[] {
                cache.method("read", argument -> Arrays.deepToString((int[][]) argument), "a"),
                cache.uni("uni", argument -> Uni.createFrom()
                        .item(Arrays.deepToString((int[][]) argument)), "a") }) {
            int[][] argument = { { 1 } };
            value(read.call(argument));
            cache.makeStale("a");
            value(read.call(argument));

            argument[0][0] = 2;
            cache.runRefreshes();

            assertThat(value(read.call(new int[][] { { 1 } }))).isEqualTo("[[1]]");
            assertThat(read.executions).hasValue(2);
        }
    }

    private static Object value(Object returned) {
        return returned instanceof Uni<?> uni ? uni.await().indefinitely() : returned;
    }
}
