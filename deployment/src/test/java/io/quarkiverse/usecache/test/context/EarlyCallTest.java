package io.quarkiverse.usecache.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/** A call that comes before there is a cache is told so, and the same method is cached later. */
@Timeout(60)
class EarlyCallTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, Start.class));

    @Inject
    Shop shop;

    @Test
    void theMessageSaysWhenToCall() {
        assertThat(Start.EARLY).hasSize(2).allSatisfy(message -> assertThat(message).contains("was called before the "
                + "application has its configuration").contains("StartupEvent"));
        assertThat(Start.EARLY).anyMatch(message -> message.startsWith("[" + Shop.class.getName() + "#item]"))
                .anyMatch(message -> message.startsWith("[" + Shop.class.getName() + "#change]"));
    }

    @Test
    void aCallAtStartUpIsCached() {
        assertThat(shop.item()).isEqualTo(Start.atStartup);
    }

    @ApplicationScoped
    static class Shop {

        private final AtomicInteger executions = new AtomicInteger();

        @UseCache
        public int item() {
            return executions.incrementAndGet();
        }

        @RevalidateTag("nothing")
        public int change() {
            return 0;
        }
    }

    @ApplicationScoped
    static class Start {

        static final List<String> EARLY = new CopyOnWriteArrayList<>();
        static volatile int atStartup;

        void early(@Observes @Initialized(ApplicationScoped.class) Object event, Shop shop) {
            refused(shop::item);
            refused(shop::change);
        }

        void start(@Observes StartupEvent event, Shop shop) {
            atStartup = shop.item();
        }

        private static void refused(Callable<?> call) {
            try {
                call.call();
                EARLY.add("not refused");
            } catch (Exception e) {
                EARLY.add(String.valueOf(e.getMessage()));
            }
        }
    }
}
