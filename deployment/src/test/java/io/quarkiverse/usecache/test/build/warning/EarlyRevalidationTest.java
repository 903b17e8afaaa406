package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.test.build.BuildMessages;
import io.quarkiverse.usecache.test.build.Scan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A revalidation that acts before the change has been made lets the old value be loaded again. */
@Timeout(60)
public class EarlyRevalidationTest {

    public static final List<String> WARNINGS = BuildMessages
            .table("""
                    @RevalidateTag acts when the Future is returned, not when it has completed: Base#change() of Later. Return CompletionStage<T>, or call TagCache.revalidateTag when it has completed.
                    @RevalidateTag acts when the Future is returned, not when it has completed: Changes#future(). Return CompletionStage<T>, or call TagCache.revalidateTag when it has completed.
                    @RevalidateTag acts when the Future is returned, not when it has completed: Changes#vertxFuture(). Return Uni<T>, or call TagCache.revalidateTag when it has completed.
                    @RevalidateTag acts when the Multi is returned, not when it has completed: Changes#multi(). Return Uni<List<T>>, or call TagCache.revalidateTag when it has completed.
                    @RevalidateTag acts when the Object is returned, and does not see whether what is in it has completed: Base#change() of Raw. Declare the type that is returned.
                    @RevalidateTag acts when the Object is returned, and does not see whether what is in it has completed: Changes#any(). Declare the type that is returned.
                    """);

    @Test
    void whatCompletesLaterIsWarnedOf() {
        assertThat(Scan.warnings(EarlyRevalidationTest.class)).containsExactlyInAnyOrderElementsOf(WARNINGS);
    }

    @ApplicationScoped
    public static class Changes {

        @RevalidateTag("a")
        public Multi<String> multi() {
            return null;
        }

        @RevalidateTag("a")
        public Future<String> future() {
            return null;
        }

        @RevalidateTag("a")
        public io.vertx.core.Future<Void> vertxFuture() {
            return null;
        }

        @RevalidateTag("a")
        public Object any() {
            return null;
        }

        @RevalidateTag("a")
        public Uni<Void> uni() {
            return null;
        }

        @RevalidateTag("a")
        public CompletionStage<Object> stage() {
            return null;
        }

        @RevalidateTag("a")
        public void now() {
        }
    }

    public abstract static class Base<T> {

        @RevalidateTag("a")
        public T change() {
            return null;
        }
    }

    @ApplicationScoped
    public static class Later extends Base<Future<String>> {
    }

    @ApplicationScoped
    public static class InUni extends Base<Uni<String>> {
    }

    @ApplicationScoped
    @SuppressWarnings("rawtypes")
    public static class Raw extends Base {
    }
}
