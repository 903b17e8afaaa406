package io.quarkiverse.usecache.test.value;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** With caching switched off every call runs its method, and the code in it needs no change. */
class DisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(DisabledTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.enabled", "false");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @Test
    void everyCallRunsItsMethod() throws Exception {
        assertThat(List.of(shop.value(), shop.value(), Shop.ofClass(), Shop.ofClass())).doesNotHaveDuplicates();
        Uni<Integer> uni = shop.uni();
        assertThat(uni.await().indefinitely()).isNotEqualTo(uni.await().indefinitely());
        assertThat(shop.stage().toCompletableFuture().get()).isNotEqualTo(shop.stage().toCompletableFuture().get());
        assertThat(shop.outer()).isNotEqualTo(shop.outer());
        assertThat(view.entries(new EntryQuery(List.of(), null, 0, 10)).total()).isZero();
    }

    @Test
    void codeUnderAKeyRunsEachTimeToo() throws Exception {
        assertThat(tagCache.<Integer> get("code", 1, shop::value)).isNotEqualTo(tagCache.get("code", 1, shop::value));
        Uni<Integer> uni = tagCache.getAsync("code", 1, shop::uni);
        assertThat(uni.await().indefinitely()).isNotEqualTo(uni.await().indefinitely());
    }

    @Test
    void case57SwitchedOffEveryCallExecutesAndTheEndpointHasNothingToDo() {
        assertThat(shop.value()).isEqualTo(shop.value() - 1);
        given().queryParam("tag", "shop").queryParam("count", true).post("/q/use-cache/revalidate").then().statusCode(200)
                .body("entries", equalTo(0));
    }

    @Test
    void revalidatingHasNothingToDo() {
        assertThat(tagCache.revalidateTag("shop").tags()).containsExactly("shop");
        assertThat(shop.update()).isEqualTo("updated");
        tagCache.clearAll();
    }

    @ApplicationScoped
    @CacheTag("shop")
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        public int value() {
            cacheTag("a");
            cacheLife("hours");
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        static int ofClass() {
            cacheTag("a");
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("b:{result}")
        public Uni<Integer> uni() {
            cacheTag("a");
            return Uni.createFrom().item(EXECUTIONS::incrementAndGet).invoke(() -> cacheTag("b"));
        }

        @UseCache
        public CompletionStage<Integer> stage() {
            cacheTag("a");
            return Uni.createFrom().item(EXECUTIONS::incrementAndGet).subscribeAsCompletionStage();
        }

        @UseCache
        public int outer() {
            return value();
        }

        @RevalidateTag("shop")
        public String update() {
            return "updated";
        }
    }
}
