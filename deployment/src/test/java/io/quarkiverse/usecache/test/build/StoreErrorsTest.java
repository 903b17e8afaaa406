package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.json.JsonValues;
import io.quarkiverse.usecache.deployment.json.SharedScan;
import io.quarkiverse.usecache.deployment.scan.ApplicationScan;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;

/** What is in the way of a shared store is reported, all together, and only for caches that are in one. */
@Timeout(60)
class StoreErrorsTest {

    static final List<String> MESSAGES = BuildMessages
            .table("""
                    JSON cannot carry to other nodes what this method returns, because @JsonTypeInfo of Named lets JSON name the class to make: Shared#byClassName(). Use Id.NAME, and name the subtypes with @JsonSubTypes, or set the store of its cache to [embedded].
                    JSON cannot carry to other nodes what this method returns, because Closed cannot be made from JSON: Shared#closed(). Make it a record, or give it a constructor without parameters or one with @JsonCreator, or set the store of its cache to [embedded].
                    JSON cannot carry to other nodes what this method returns, because Object says nothing of what comes back: Shared#anything(). Declare the type that is returned, or set the store of its cache to [embedded].
                    JSON cannot carry to other nodes what this method returns, because Shape is abstract, and JSON does not tell which class it was: Shared#shapes(). Add @JsonTypeInfo(use = Id.NAME) and @JsonSubTypes to it, or declare the class, or set the store of its cache to [embedded].
                    JSON cannot carry to other nodes what this method returns, because Supplier is abstract, and JSON does not tell which class it was: Shared#inside(). Add @JsonTypeInfo(use = Id.NAME) and @JsonSubTypes to it, or declare the class, or set the store of its cache to [embedded].
                    JSON cannot carry to other nodes what this method returns, because Thread belongs to one JVM: Shared#thread(). Leave it out of the value, or set the store of its cache to [embedded].
                    The store [redis] needs a Redis client, and there is none: quarkus.use-cache.caches."shared".store. Add the extension quarkus-redis-client, or set the store to [embedded].
                    There is no store [memcached]: quarkus.use-cache.caches."other".store. Give [embedded] or [redis].
                    There is no store [disk]: quarkus.use-cache.store. Give [embedded] or [redis].
                    """);

    private static final Map<String, String> CONFIG = Map.of("quarkus.use-cache.store", "disk",
            "quarkus.use-cache.caches.\"other\".store", "memcached", "quarkus.use-cache.caches.\"shared\".store", "redis");

    private final ApplicationScan application = Scan.of(StoreErrorsTest.class, Map.of());
    private final Mistakes mistakes = new Mistakes();

    private SharedScan scan(Map<String, String> properties) {
        UseCacheBuildTimeConfig config = new SmallRyeConfigBuilder().withMapping(UseCacheBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100)).build()
                .getConfigMapping(UseCacheBuildTimeConfig.class);
        return new SharedScan(config, new JsonValues(new TypeHierarchy(Scan.index(StoreErrorsTest.class))), mistakes);
    }

    private List<String> errors(Map<String, String> properties, boolean hasClient) {
        scan(properties).check(application.catalog().cached(), application.values(), hasClient);
        return mistakes.failures().stream().map(Throwable::getMessage)
                .map(message -> BuildMessages.shortened(message, StoreErrorsTest.class)).toList();
    }

    @Test
    void whatIsInTheWayIsAnError() {
        assertThat(errors(CONFIG, false)).containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @Test
    void anEmbeddedCacheAsksForNothing() {
        assertThat(errors(Map.of(), false)).isEmpty();
    }

    @Test
    void typesAreRecordedWithTheirArguments() throws Exception {
        Map<String, String> good = Map.of("quarkus.use-cache.caches.\"good\".store", "redis");
        assertThat(errors(good, true)).isEmpty();
        SharedMethods found = scan(good).found(application.catalog().cached(), application.values());
        assertThat(found.shares("good")).isTrue();
        assertThat(found.shares("default")).isFalse();
        for (SharedMethods.SharedMethod method : found.methods()) {
            MethodId id = method.id();
            java.lang.reflect.Type declared = Good.class.getMethod(id.name()).getGenericReturnType();
            assertThat(method.value().type().getTypeName()).as(id.name()).isIn(declared.getTypeName(),
                    declared.getTypeName().replaceFirst("^.*Uni<(.*)>$", "$1"));
        }
        assertThat(found.methods()).extracting(method -> method.id().name()).doesNotContain("ofCaller").hasSize(6);
    }

    interface Shape {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface Named {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(Circle.class))
    sealed interface Drawn permits Circle {
    }

    record Circle(double radius, ZoneId zone, Optional<Circle> next) implements Drawn {
    }

    record Page<T>(List<T> items, Map<String, T[]> more) {
    }

    static class Closed {

        private final int a;

        Closed(int a) {
            this.a = a;
        }

        Closed(int a, int b) {
            this(a + b);
        }

        int a() {
            return a;
        }
    }

    static class Bean {

        public String name;
        @JsonIgnore
        public Supplier<String> ignored;
        transient Thread thread;
        static Thread shared;
    }

    @ApplicationScoped
    @UseCache("shared")
    public static class Shared {

        public Object anything() {
            return "";
        }

        public List<Shape> shapes() {
            return List.of();
        }

        public Optional<Named> byClassName() {
            return Optional.empty();
        }

        public Uni<List<Closed>> closed() {
            return Uni.createFrom().item(List.of());
        }

        public Map<String, Page<Supplier<String>>> inside() {
            return Map.of();
        }

        public Thread[] thread() {
            return null;
        }
    }

    @ApplicationScoped
    @UseCache("good")
    public static class Good {

        public int number() {
            return 1;
        }

        public byte[][] bytes() {
            return null;
        }

        public Map<String, List<Page<Circle>>> pages() {
            return Map.of();
        }

        public Uni<Optional<Drawn>> drawn() {
            return null;
        }

        public List<String>[] lists() {
            return null;
        }

        public Bean bean() {
            return null;
        }

        @UseCache(value = "good", visibility = Visibility.PRIVATE)
        public Object ofCaller() {
            return null;
        }
    }

    @ApplicationScoped
    @UseCache("elsewhere")
    public static class Embedded {

        public Supplier<Thread> whatever() {
            return null;
        }
    }
}
