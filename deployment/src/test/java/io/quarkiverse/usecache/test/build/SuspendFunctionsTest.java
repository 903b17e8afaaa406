package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkus.cache.CacheKey;
import kotlin.Metadata;
import kotlin.Unit;
import kotlin.coroutines.Continuation;

/**
 * What the Kotlin compiler makes of suspend functions is read as they were written; here there are no coroutines to run them.
 */
@Timeout(60)
class SuspendFunctionsTest {

    static final List<String> ERRORS = BuildMessages
            .table("""
                    @CacheTag template "{size}" has {size}, but the method has no parameter of this name: Books#tagged(java.lang.String, kotlin.coroutines.Continuation). Available: {title}, {result}.
                    @UseCache cannot cache Unit, there is no value: Books#nothing(kotlin.coroutines.Continuation). Return a value, or remove the annotation.
                    @UseCache cannot cache a CompletionStage: Books#stage(kotlin.coroutines.Continuation). Return T, or remove the annotation.
                    @UseCache cannot cache an Iterator: Books#each(kotlin.coroutines.Continuation). Return List<T>, or remove the annotation.
                    A suspend function that is cached, tagged or revalidates needs Kotlin's coroutines: Books#change(kotlin.coroutines.Continuation). Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core.
                    A suspend function that is cached, tagged or revalidates needs Kotlin's coroutines: Books#find(java.lang.String, int, kotlin.coroutines.Continuation). Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core.
                    A suspend function that is cached, tagged or revalidates needs Kotlin's coroutines: Books#tagged(java.lang.String, kotlin.coroutines.Continuation). Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core.
                    A suspend function that is cached, tagged or revalidates needs Kotlin's coroutines: Closed#find(kotlin.coroutines.Continuation). Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core.
                    A suspend function that is not open calls itself to go on, and would be intercepted there again: Closed#find(kotlin.coroutines.Continuation). Make it an open function of a bean, as the all-open plugin of the Kotlin compiler does.
                    A suspend function that is cached, tagged or revalidates needs Kotlin's coroutines: Shelf#all(kotlin.coroutines.Continuation). Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core.
                    """);

    static final List<String> WARNINGS = BuildMessages
            .table("""
                    @RevalidateTag acts when the CompletionStage is returned, not when it has completed: Books#change(kotlin.coroutines.Continuation). Return T, or call TagCache.revalidateTag when it has completed.
                    """);

    @Test
    void mistakesAreThoseOfTheFunctionsAndNotOfTheirCopies() {
        assertThat(Scan.errors(SuspendFunctionsTest.class)).containsExactlyInAnyOrderElementsOf(ERRORS);
        assertThat(Scan.warnings(SuspendFunctionsTest.class)).containsExactlyInAnyOrderElementsOf(WARNINGS);
    }

    @Test
    void theContinuationTellsWhatIsCachedAndIsNoPartOfTheKey() {
        MethodCatalog catalog = Scan.of(SuspendFunctionsTest.class, Map.of()).catalog();

        assertThat(catalog.cached()).extracting(method -> method.id().name()).containsExactlyInAnyOrder("find", "all");
        CachedMethodDescriptor found = catalog.cached().stream().filter(method -> method.id().name().equals("find")).findFirst()
                .orElseThrow();
        assertThat(found.returns()).isEqualTo(ReturnKind.SUSPEND);
        assertThat(found.keyPositions()).containsExactly(0, 1);
        assertThat(found.returnType()).isEqualTo("java.util.List<java.lang.String>");
    }

    @ApplicationScoped
    public static class Books implements Named {

        @UseCache
        public Object find(String title, int pages, Continuation<? super List<String>> completion) {
            return find$suspendImpl(this, title, pages, completion);
        }

        @UseCache
        static Object find$suspendImpl(Books books, @CacheKey String title, int pages,
                Continuation<? super List<String>> completion) {
            return null;
        }

        @CacheTag("{size}")
        public Object tagged(String title, Continuation<? super String> completion) {
            return null;
        }

        @UseCache
        public Object nothing(Continuation<? super Unit> completion) {
            return null;
        }

        @UseCache
        public Object each(Continuation<? super Iterator<String>> completion) {
            return null;
        }

        @UseCache
        public Object stage(Continuation<? super CompletionStage<String>> completion) {
            return null;
        }

        @RevalidateTag("a")
        public Object change(Continuation<? super CompletionStage<String>> completion) {
            return null;
        }
    }

    @UseCache
    @ApplicationScoped
    public static class Shelf {

        public Object all(Continuation<? super List<String>> completion) {
            return null;
        }

        public Object clear(Continuation<? super Unit> completion) {
            return null;
        }
    }

    @Metadata
    @ApplicationScoped
    public static class Closed {

        @CacheTag("closed")
        public final Object find(Continuation<? super String> completion) {
            return null;
        }
    }

    public interface Named {

        final class DefaultImpls {

            @UseCache
            public static Object name(Named named, Continuation<? super String> completion) {
                return null;
            }
        }
    }
}
