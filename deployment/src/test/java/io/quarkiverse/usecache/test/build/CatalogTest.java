package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor.Rule;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.cache.CacheKey;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What the build finds is what the application gets. */
class CatalogTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(CatalogTest.class))
            .traceCategories("io.quarkiverse.usecache.deployment")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.usecache.deployment.CatalogSummary"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage).anyMatch(
                    message -> message.startsWith("Found [") && message.endsWith("tagging methods")))
            .overrideConfigKey("quarkus.use-cache.life.\"blog\".revalidate", "10m")
            .overrideConfigKey("quarkus.use-cache.caches.\"shelf\".life", "blog");

    @Inject
    MethodCatalog catalog;

    @Test
    void methodAnnotationsAreDescribed() {
        CachedMethodDescriptor found = only("find", Shop.class);
        assertThat(found.id()).isEqualTo(id(Shop.class, Shop.class, "find", "java.lang.String", "[J", "[[Ljava.lang.String;"));
        assertThat(found.cache()).isEqualTo("shelf");
        assertThat(found.returns()).isEqualTo(ReturnKind.VALUE);
        assertThat(found.keyPositions()).containsExactly(0, 2);
        assertThat(texts(found.tags())).containsExactly("shop", "a", "b", "c");
        assertThat(found.returnType()).isEqualTo("java.util.List<java.lang.String>");
    }

    @Test
    void asynchronousKindsAreTold() {
        assertThat(only("later", Shop.class).returns()).isEqualTo(ReturnKind.UNI);
        assertThat(only("future", Shop.class).returns()).isEqualTo(ReturnKind.STAGE);
    }

    @Test
    void lifeIsInheritedPerFieldAndOnlyAnnotationsAreExplicit() {
        assertThat(only("find", Shop.class).life()).usingRecursiveComparison().ignoringFields("declared").isEqualTo(
                new LifeRule(new Lifetime(Duration.ofMinutes(5), Duration.ofSeconds(30), Lifetime.NEVER), false, true, false,
                        null));
        assertThat(only("later", Shop.class).life()).usingRecursiveComparison().ignoringFields("declared").isEqualTo(
                new LifeRule(new Lifetime(Duration.ofMinutes(5), Duration.ofMinutes(10), Lifetime.NEVER), false, false, false,
                        null));
        assertThat(only("future", Shop.class).life()).usingRecursiveComparison().ignoringFields("declared").isEqualTo(
                new LifeRule(new Lifetime(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(2)), true, true, true,
                        null));
    }

    @Test
    void classAnnotationCoversWhatCanBeCached() {
        assertThat(names(Base.class)).containsExactlyInAnyOrder("byId", "inherited");
    }

    @Test
    void subclassInheritsClassAnnotationsAndMethods() {
        assertThat(names(Special.class)).containsExactlyInAnyOrder("byId", "inherited", "own", "fromInterface");
        assertThat(only("byId", Special.class).id().declaringClass()).isEqualTo(Special.class.getName());
        assertThat(only("inherited", Special.class).id().declaringClass()).isEqualTo(Base.class.getName());
        assertThat(texts(only("own", Special.class).tags())).containsExactlyInAnyOrder("base", "special");
    }

    @Test
    void overridingWithoutAnnotationIsNotCached() {
        assertThat(names(Quiet.class)).isEmpty();
    }

    @Test
    void staticMethodOfAnyClassIsFound() {
        assertThat(names(NoBean.class)).containsExactly("compute");
    }

    @Test
    void revalidationsAreGroupedByMode() {
        RevalidatingMethodDescriptor found = catalog.revalidating().stream()
                .filter(method -> method.id().name().equals("update")).findFirst().orElseThrow();
        assertThat(found.rules()).extracting(Rule::mode).containsExactly(RevalidationMode.EXPIRE, RevalidationMode.STALE);
        assertThat(texts(found.rules().get(0).tags())).containsExactly("a", "b");
        assertThat(texts(found.rules().get(1).tags())).containsExactly("c");
    }

    @Test
    void tagsOfUncachedMethodsAreForTheCaller() {
        assertThat(catalog.tagging()).extracting(method -> method.id().name()).containsExactly("helper");
        assertThat(texts(catalog.tagging().get(0).tags())).containsExactly("from-helper");
    }

    private CachedMethodDescriptor only(String name, Class<?> receiver) {
        List<CachedMethodDescriptor> found = of(receiver).stream().filter(method -> method.id().name().equals(name)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> names(Class<?> receiver) {
        return of(receiver).stream().map(method -> method.id().name()).toList();
    }

    private List<CachedMethodDescriptor> of(Class<?> receiver) {
        return catalog.cached().stream().filter(method -> method.id().receiver().equals(receiver.getName())).toList();
    }

    private static List<String> texts(List<TagTemplate> tags) {
        return tags.stream().map(TagTemplate::text).toList();
    }

    private static MethodId id(Class<?> receiver, Class<?> declaring, String name, String... types) {
        return new MethodId(receiver.getName(), declaring.getName(), name, List.of(types));
    }

    @ApplicationScoped
    @CacheTag("shop")
    public static class Shop {

        @UseCache("shelf")
        @CacheTag({ "a", "b", "a" })
        @CacheTag("c")
        @CacheLife(revalidate = "30s")
        public List<String> find(@CacheKey String name, long[] ids, @CacheKey String[][] filter) {
            return List.of();
        }

        @UseCache("shelf")
        Uni<String> later() {
            return Uni.createFrom().item("");
        }

        @UseCache
        @CacheLife(value = "hours", expire = "2d")
        public CompletableFuture<String> future() {
            return CompletableFuture.completedFuture("");
        }

        @RevalidateTag({ "a", "b" })
        @RevalidateTag(value = "c", mode = RevalidationMode.STALE)
        public void update() {
        }

        @CacheTag("from-helper")
        public void helper() {
        }
    }

    @Dependent
    @UseCache
    @CacheTag("base")
    public static class Base<T> {

        public String byId(T id) {
            return "base";
        }

        public String inherited() {
            return "inherited";
        }

        public void setName(String name) {
        }

        @NoClassInterceptors
        public String excluded() {
            return "";
        }

        public static String unannotated() {
            return "";
        }
    }

    public interface WithDefault {
        default String fromInterface() {
            return "";
        }
    }

    @Singleton
    @CacheTag("special")
    public static class Special extends Base<Long> implements WithDefault {

        @Override
        public String byId(Long id) {
            return "special";
        }

        public String own() {
            return "own";
        }

        @Override
        public String toString() {
            return "special";
        }

        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            return context.proceed();
        }
    }

    public static class Loud {

        @UseCache
        public String speak() {
            return "loud";
        }
    }

    @Singleton
    public static class Quiet extends Loud {

        @Override
        public String speak() {
            return "quiet";
        }
    }

    public static class NoBean {

        @UseCache
        static int compute(int input) {
            return input;
        }
    }
}
