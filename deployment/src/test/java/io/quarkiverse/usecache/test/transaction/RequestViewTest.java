package io.quarkiverse.usecache.test.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RequestView;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.QuarkusUnitTest;

/** A cache of the request's own stands between a cached method and the data. */
@Timeout(60)
class RequestViewTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(OtherThread.class));

    @Inject
    Prices prices;

    @Inject
    TagCache tagCache;

    @Inject
    RequestView view;

    @Test
    void whatIsLoadedThroughItIsAsOldAsIt() {
        int seen = inRequest(() -> {
            prices.load();
            OtherThread.call(() -> {
                Prices.PRICE.incrementAndGet();
                return tagCache.revalidateTag("price");
            });
            return prices.price();
        });

        int now = Prices.PRICE.get();
        assertThat(seen).isEqualTo(now - 1);
        assertThat(inRequest(prices::price)).isEqualTo(now);
    }

    @Test
    void whatItKnowsIsKeptIfNothingWasRevalidated() {
        tagCache.revalidateTag("price");
        inRequest(prices::price);
        Prices.PRICE.incrementAndGet();

        assertThat(inRequest(prices::price)).isEqualTo(Prices.PRICE.get() - 1);
        tagCache.revalidateTag("price");
    }

    @Test
    void withoutARequestItSaysNothing() {
        OtherThread.call(() -> {
            view.beginsNow();
            return null;
        });
    }

    private static <T> T inRequest(Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        var before = request.getStateIfActive();
        request.activate();
        try {
            return work.get();
        } finally {
            request.terminate();
            if (before != null) {
                request.activate(before);
            }
        }
    }

    @RequestScoped
    static class PricesOfRequest {

        private Integer price;

        @Inject
        RequestView view;

        int price() {
            if (price == null) {
                view.beginsNow();
                price = Prices.PRICE.get();
            }
            return price;
        }
    }

    @ApplicationScoped
    static class Prices {

        static final AtomicInteger PRICE = new AtomicInteger();

        @Inject
        PricesOfRequest ofRequest;

        void load() {
            ofRequest.price();
        }

        @UseCache
        @CacheTag("price")
        public int price() {
            return ofRequest.price();
        }
    }
}
