package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.test.build.BuildMessages;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;

/** What may be meant otherwise is warned of, once each, and the application starts. */
public class WarningsTest {

    public static final List<String> MESSAGES = BuildMessages
            .table("""
                    @CacheKey has no effect on a method that is not cached: Uncached#key(java.lang.String). Add @UseCache, or remove it.
                    @CacheLife has no effect on a method that is not cached: Uncached#life(). Add @UseCache, or remove it.
                    @CacheLife has no effect, because the class has no cached method: Uncached. Add @UseCache to the methods to cache, or to their class.
                    @CacheTag has no effect, because the class has no cached method: Uncached. Add @UseCache to the methods to cache, or to their class.
                    @CacheTag has no effect, because the class is no bean: NoBean#tagging(). Give the class a scope such as @ApplicationScoped, or make the method static.
                    @RevalidateTag acts when the Multi is returned, not when it has completed: Shop#changes(). Return Uni<List<T>>, or call TagCache.revalidateTag when it has completed.
                    @RevalidateTag has no effect on a method of an interface: Catalog#change(). Annotate the method that implements it.
                    @RevalidateTag has no effect, because the class is no bean: NoBean#revalidating(). Give the class a scope such as @ApplicationScoped, or make the method static.
                    @UseCache on the class cannot cache a Stream, so that this method is not cached: OnClass#stream(). Return List<T>, or annotate the methods to cache instead of the class.
                    @UseCache gives every caller the same value, but Mine injects Principal, SecurityIdentity, and what the method reads from it for one user would reach the others: Mine#shared(). Use @UseCache(visibility = PRIVATE), or pass what the value depends on as a parameter.
                    @UseCache gives every caller the same value, but Resource injects HttpHeaders, and what the method reads from it for one user would reach the others: Resource#fromHeaders(). Use @UseCache(visibility = PRIVATE), or pass what the value depends on as a parameter.
                    @UseCache gives every request the same value, but Resource injects @HeaderParam language, Visitor, and what the method reads from it for one request would reach the others: Resource#fromHeaders(). Pass what the value depends on as a parameter.
                    @UseCache has no effect on a method of an interface: Catalog#find(). Annotate the method that implements it.
                    @UseCache has no effect on an abstract method: AbstractShop#name(). Annotate the method that implements it.
                    @UseCache has no effect on an interface: Catalog. Annotate the class that implements it.
                    @UseCache has no effect, because every bean overrides the method: AbstractShop#overridden(). Annotate the methods that override it.
                    @UseCache has no effect, because the class is no bean: NoBean#cached(). Give the class a scope such as @ApplicationScoped, or make the method static.
                    @UseCache has no effect, because the class is no bean: NoBeanEither. Give the class a scope such as @ApplicationScoped.
                    @CacheLife without a value has no effect: OnClass#cached(). Name a profile, give durations, or remove it.
                    """);

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WarningsTest.class, BuildMessages.class))
            .overrideConfigKey("quarkus.use-cache.caches.\"shelf\".life", "hours")
            .setLogRecordPredicate(BuildMessages::isWarning)
            .assertLogRecords(records -> assertThat(BuildMessages.warnings(records, WarningsTest.class))
                    .containsExactlyInAnyOrderElementsOf(MESSAGES));

    @Inject
    Instance<OnClass> bean;

    @Test
    void applicationStarts() {
        assertThat(bean.isResolvable()).isTrue();
    }

    @ApplicationScoped
    @UseCache("shelf")
    public static class OnClass {

        public Stream<String> stream() {
            return Stream.of();
        }

        public void setName(String name) {
        }

        @CacheLife
        public String cached() {
            return "";
        }
    }

    @ApplicationScoped
    @CacheLife("hours")
    @CacheTag("orphan")
    public static class Uncached {

        @CacheLife("days")
        public String life() {
            return "";
        }

        public String key(@CacheKey String id) {
            return id;
        }

        @CacheResult(cacheName = "other")
        public String ofQuarkusCache(@CacheKey String id, String rest) {
            return id;
        }

        @CacheInvalidate(cacheName = "other")
        @CacheInvalidate(cacheName = "another")
        public void alsoOfQuarkusCache(@CacheKey String id, String rest) {
        }

        @CacheTag("helper")
        public String tagging() {
            return "";
        }
    }

    public static class NoBean {

        @UseCache
        public String cached() {
            return "";
        }

        @RevalidateTag("a")
        public void revalidating() {
        }

        @CacheTag("a")
        public void tagging() {
        }
    }

    @UseCache
    public static class NoBeanEither {
    }

    @UseCache
    public interface Catalog {

        @UseCache
        String find();

        @RevalidateTag("a")
        @RevalidateTag("b")
        default void change() {
        }
    }

    public abstract static class AbstractShop implements Catalog {

        @UseCache
        public abstract String name();

        @UseCache
        public String overridden() {
            return "";
        }
    }

    @Singleton
    public static class Shop extends AbstractShop {

        @Override
        public String find() {
            return "";
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public String overridden() {
            return "";
        }

        @RevalidateTag("a")
        public Multi<String> changes() {
            return Multi.createFrom().empty();
        }
    }

    @RequestScoped
    public static class Mine {

        @Inject
        SecurityIdentity identity;

        @Inject
        Instance<Principal> principal;

        @UseCache
        public String shared() {
            return "";
        }

        @UseCache(visibility = Visibility.PRIVATE)
        public String perUser() {
            return "";
        }

        @UseCache
        static String independent() {
            return "";
        }
    }

    @RequestScoped
    public static class Visitor {
    }

    @Path("headers")
    public static class Resource {

        @Context
        HttpHeaders headers;

        @HeaderParam("Accept-Language")
        String language;

        @Inject
        Visitor visitor;

        @UseCache
        public String fromHeaders() {
            return "";
        }
    }
}
