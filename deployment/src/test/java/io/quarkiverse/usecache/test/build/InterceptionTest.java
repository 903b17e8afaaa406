package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.intercept.binding.RevalidatesTags;
import io.quarkiverse.usecache.runtime.intercept.binding.TagsCaller;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkus.test.QuarkusUnitTest;

/** What the build describes is what CDI intercepts, in every kind of inheritance. */
class InterceptionTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(InterceptionTest.class));

    @Inject
    MethodCatalog catalog;

    @Inject
    Numbers numbers;

    @Inject
    Shown shown;

    @Inject
    Service service;

    @BeforeEach
    void forget() {
        Seen.METHODS.clear();
    }

    @Test
    void cachedMethodsAreIntercepted() {
        numbers.find(1L);
        numbers.inherited("x");
        numbers.fromInterface();
        numbers.fromSuperInterface();
        numbers.self();
        shown.visible();
        service.cached();
        Plain.compute(1);
        assertThat(Seen.METHODS).containsExactlyElementsOf(ids(catalog.cached().stream().map(cached -> cached.id())))
                .hasSize(10);
    }

    @Test
    void revalidatingAndTaggingMethodsAreIntercepted() {
        service.update();
        service.updateTwice();
        service.tagging();
        Plain.tag();
        Plain.revalidate();
        assertThat(Seen.METHODS).containsExactlyElementsOf(ids(Stream.concat(
                catalog.revalidating().stream().map(method -> method.id()),
                catalog.tagging().stream().map(method -> method.id())))).hasSize(5);
    }

    private static Set<String> ids(Stream<MethodId> ids) {
        return ids.map(id -> id.receiver() + " " + id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Remembers the intercepted methods. */
    static class Seen {

        static final Set<String> METHODS = new TreeSet<>();

        @AroundInvoke
        Object remember(InvocationContext context) throws Exception {
            Method method = context.getMethod();
            Class<?> declaring = method.getDeclaringClass();
            Class<?> receiver = context.getTarget() == null ? declaring : context.getTarget().getClass().getSuperclass();
            List<String> types = Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
            METHODS.add(receiver.getName() + " " + new MethodId("", declaring.getName(), method.getName(), types));
            return context.proceed();
        }
    }

    @UseCache
    @Interceptor
    @Priority(1)
    static class SeenCached extends Seen {
    }

    @RevalidatesTags
    @Interceptor
    @Priority(1)
    static class SeenRevalidating extends Seen {
    }

    @TagsCaller
    @Interceptor
    @Priority(1)
    static class SeenTagging extends Seen {
    }

    public interface SuperInterface {
        default String fromSuperInterface() {
            return "";
        }
    }

    public interface WithDefault extends SuperInterface {
        default String fromInterface() {
            return "";
        }

        default String overridden() {
            return "";
        }
    }

    @UseCache
    public abstract static class Finder<K extends Number, T> {

        public abstract T find(K key);

        public String inherited(T value) {
            return "";
        }

        public CharSequence covariant() {
            return "";
        }
    }

    @Singleton
    public static class Numbers extends Finder<Long, String> implements WithDefault {

        @Override
        public String find(Long key) {
            return "";
        }

        @Override
        public String covariant() {
            return "";
        }

        @Override
        public String overridden() {
            return covariant();
        }

        public void nothing() {
        }

        String self() {
            return overridden();
        }
    }

    static class Hidden {

        @UseCache
        public String visible() {
            return "";
        }
    }

    @Singleton
    public static class Shown extends Hidden {
    }

    @ApplicationScoped
    public static class Service {

        @UseCache
        @CacheTag("a")
        protected String cached() {
            return "";
        }

        @RevalidateTag("a")
        public void update() {
        }

        @RevalidateTag("a")
        @RevalidateTag("b")
        public void updateTwice() {
        }

        @CacheTag("a")
        @CacheTag("b")
        public void tagging() {
        }
    }

    @UseCache
    @ApplicationScoped
    public static class Plain {

        @UseCache
        static int compute(int input) {
            return input;
        }

        @CacheTag("a")
        static String tag() {
            return "";
        }

        @RevalidateTag("a")
        static void revalidate() {
        }

        static String uncached() {
            return "";
        }
    }
}
