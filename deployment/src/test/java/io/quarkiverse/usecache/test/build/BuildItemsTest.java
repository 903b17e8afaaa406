package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.deployment.MethodCatalogBuildItem;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkus.arc.Arc;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveFieldBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveMethodBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/** Other extensions can read what was found, and a native executable gets what is used by reflection. */
class BuildItemsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(BuildItemsTest.class))
            .addBuildChainCustomizer(BuildItemsTest::addReader);

    @Inject
    MethodCatalog catalog;

    @Test
    void keyGeneratorsAreRecorded() {
        assertThat(catalog.cached()).extracting(CachedMethodDescriptor::keyGenerator)
                .containsExactlyInAnyOrder(BeanGenerator.class, PlainGenerator.class);
    }

    @Test
    void keyGeneratorBeanIsKept() {
        assertThat(Arc.container().instance(BeanGenerator.class).isAvailable()).isTrue();
    }

    private static void addReader(BuildChainBuilder chain) {
        chain.addBuildStep(BuildItemsTest::read).consumes(MethodCatalogBuildItem.class)
                .consumes(ReflectiveMethodBuildItem.class).consumes(ReflectiveFieldBuildItem.class)
                .consumes(ReflectiveClassBuildItem.class).produces(GeneratedResourceBuildItem.class).build();
    }

    private static void read(BuildContext context) {
        assertThat(context.consume(MethodCatalogBuildItem.class).getCatalog().cached()).hasSize(2);
        assertThat(context.consumeMulti(ReflectiveMethodBuildItem.class))
                .anyMatch(item -> item.getDeclaringClass().equals(Booking.class.getName()) && item.getName().equals("owner"));
        assertThat(context.consumeMulti(ReflectiveFieldBuildItem.class))
                .anyMatch(item -> item.getDeclaringClass().equals(Owner.class.getName()) && item.getName().equals("name"));
        assertThat(context.consumeMulti(ReflectiveClassBuildItem.class))
                .anyMatch(item -> item.getClassNames().contains(PlainGenerator.class.getName()) && item.isConstructors());
    }

    public static class Owner {
        public String name;
    }

    public record Booking(Owner owner) {
    }

    @ApplicationScoped
    public static class Bookings {

        @UseCache(keyGenerator = BeanGenerator.class)
        @CacheTag("owner:{booking.owner.name}")
        public String byBean(Booking booking) {
            return "";
        }

        @UseCache(keyGenerator = PlainGenerator.class)
        public String byPlainClass(String id) {
            return "";
        }

        @RevalidateTag("owner:{booking.owner.name}")
        public void update(Booking booking) {
        }
    }

    @ApplicationScoped
    public static class BeanGenerator implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... parameters) {
            return method.getName();
        }
    }

    public static class PlainGenerator implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... parameters) {
            return method.getName();
        }
    }
}
