package io.quarkiverse.usecache.test.tag;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.EntrySummary;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Every tag reaches the entry it is meant for, on whatever way. */
class TagReachTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(TagReachTest.class));

    @Inject
    Shop shop;

    @Inject
    Hops hops;

    @Inject
    Nested nested;

    @Inject
    Catalogue catalogue;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        EXECUTIONS.set(0);
    }

    private List<String> tagsOf(String method) {
        List<EntrySummary> entries = view.entries(new EntryQuery(List.of(), null, 0, 100)).entries();
        return entries.stream().filter(entry -> entry.function().contains("#" + method + "(")).findFirst().orElseThrow().tags();
    }

    @Test
    void theTagsOfClassAndMethodAndOfEveryAnnotationAreUnited() {
        shop.annotated("x");
        assertThat(tagsOf("annotated")).containsExactlyInAnyOrder("shop", "a", "b", "c:x");
    }

    @Test
    void templatesReadArgumentsResultAndElements() {
        shop.templates(new Order("o1", Optional.of("ann")), 5);
        assertThat(tagsOf("templates")).containsExactlyInAnyOrder("shop", "order:o1", "owner:ann", "count:5", "first:l1",
                "note:n1", "{braces}");
    }

    @Test
    void aNullOnTheWayLeavesTheTagOut() {
        shop.templates(new Order("o1", Optional.empty()), 0);
        assertThat(tagsOf("templates")).doesNotContain("owner:").contains("order:o1").noneMatch(tag -> tag.startsWith("owner"));
    }

    @Test
    void templatesReadTheItemOfAUniAndOfAStage() throws Exception {
        shop.uniTemplates().await().indefinitely();
        assertThat(tagsOf("uniTemplates")).containsExactlyInAnyOrder("shop", "line:l1", "line:l2");
        shop.stageTemplates().toCompletableFuture().get();
        assertThat(tagsOf("stageTemplates")).containsExactlyInAnyOrder("shop", "first:l1");
    }

    @Test
    void tagsAddedAfterAHopReachTheEntry() throws Exception {
        hops.emittedElsewhere().await().indefinitely();
        assertThat(tagsOf("emittedElsewhere")).containsExactly("before", "after");
        hops.delayed().await().indefinitely();
        assertThat(tagsOf("delayed")).containsExactly("before", "after", "last");
        hops.supplied().toCompletableFuture().get();
        assertThat(tagsOf("supplied")).containsExactly("before", "after", "last");
        hops.joined();
        assertThat(tagsOf("joined")).containsExactly("before", "after");
    }

    @Test
    void tagsAddedWhenTheCallIsOverAreRefused() {
        hops.runnable().run();
        assertThatThrownBy(() -> cacheTag("late")).isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "cacheTag was called outside a cached call. Call it from a method annotated with @UseCache, or from "
                                + "one that such a method calls, or guard it with CachedCall.isActive().");
        assertThatThrownBy(() -> CachedCall.cacheLife("hours")).isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cacheLife was called outside a cached call.");
        assertThat(CachedCall.isActive()).isFalse();
    }

    @Test
    void theTagsOfAnUncachedMethodReachTheCallAroundIt() {
        nested.outer("x");
        assertThat(tagsOf("outer")).containsExactlyInAnyOrder("outer", "part:x", "part:y", "uni:x", "inner", "inner:1", "free");
    }

    @Test
    void theTagsOfAnUncachedMethodMeanNothingOutside() {
        assertThat(catalogue.part("x")).isEqualTo("x");
        assertThat(catalogue.partLater("x").await().indefinitely()).isEqualTo("x");
        assertThat(Catalogue.free()).isEqualTo("free");
        assertThat(view.entries(new EntryQuery(List.of(), null, 0, 10)).total()).isZero();
    }

    @Test
    void theTagsOfAHitReachTheCallAroundIt() {
        catalogue.inner(1);
        nested.outer("x");
        assertThat(tagsOf("outer")).contains("inner", "inner:1");
        tagCache.revalidateTag("inner:1");
        assertThat(view.entries(new EntryQuery(List.of(), null, 0, 10)).total()).isZero();
    }

    @Test
    void parallelNestedCallsKeepTheirTagsApart() {
        assertThat(nested.parallel().await().indefinitely()).isEqualTo(List.of(1, 2, 3));
        assertThat(tagsOf("parallel")).containsExactlyInAnyOrder("parallel", "later", "later:1", "later:2", "later:3");
        List<EntrySummary> entries = view.entries(new EntryQuery(List.of("later"), null, 0, 10)).entries();
        assertThat(entries.stream().filter(entry -> entry.function().contains("#later(")).toList()).hasSize(3)
                .allSatisfy(entry -> assertThat(entry.tags()).containsExactly("later", "later:" + entry.value()));
    }

    record Order(String id, Optional<String> owner) {
    }

    record Line(String id, List<String> notes) {
    }

    record Bill(List<Line> lines, Line first) {
    }

    @ApplicationScoped
    @CacheTag("shop")
    static class Shop {

        @UseCache
        @CacheTag({ "a", "b" })
        @CacheTag("c:{key}")
        @CacheTag({ "a", "shop" })
        public int annotated(String key) {
            cacheTag("a", "b", "a");
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag({ "order:{order.id}", "count:{1}", "first:{result.first.id}", "{{braces}}" })
        public Bill templates(Order order, int count) {
            order.owner().ifPresent(owner -> cacheTag("owner:" + owner));
            cacheTag("note:n1");
            return bill();
        }

        @UseCache
        @CacheTag("line:{result[].id}")
        public Uni<List<Line>> uniTemplates() {
            return Uni.createFrom().item(bill().lines());
        }

        @UseCache
        @CacheTag("first:{result.first.id}")
        public CompletionStage<Bill> stageTemplates() {
            return Uni.createFrom().item(bill()).subscribeAsCompletionStage();
        }

        private static Bill bill() {
            Line first = new Line("l1", List.of("n1"));
            return new Bill(List.of(first, new Line("l2", List.of())), first);
        }
    }

    @ApplicationScoped
    static class Hops {

        @Inject
        ManagedExecutor executor;

        @UseCache
        public Uni<Integer> emittedElsewhere() {
            cacheTag("before");
            return Uni.createFrom().item(1).emitOn(Infrastructure.getDefaultWorkerPool()).invoke(() -> cacheTag("after"));
        }

        @UseCache
        public Uni<Integer> delayed() {
            cacheTag("before");
            return Uni.createFrom().item(1).onItem().delayIt().by(Duration.ofMillis(5)).invoke(() -> cacheTag("after"))
                    .chain(item -> Uni.createFrom().item(item).emitOn(Infrastructure.getDefaultExecutor())
                            .invoke(() -> cacheTag("last")));
        }

        @UseCache
        public CompletionStage<Integer> supplied() {
            cacheTag("before");
            return executor.supplyAsync(() -> {
                cacheTag("after");
                return 1;
            }).thenApplyAsync(item -> {
                cacheTag("last");
                return item;
            });
        }

        @UseCache
        public int joined() {
            cacheTag("before");
            return executor.supplyAsync(() -> {
                cacheTag("after");
                return 1;
            }).join();
        }

        @UseCache
        public Runnable runnable() {
            return () -> assertThat(CachedCall.isActive()).isFalse();
        }
    }

    @ApplicationScoped
    static class Nested {

        @Inject
        Catalogue catalogue;

        @UseCache
        @CacheTag("outer")
        public String outer(String key) {
            catalogue.part(key);
            catalogue.part("y");
            catalogue.partLater(key).await().indefinitely();
            Catalogue.free();
            return key + catalogue.inner(1);
        }

        @UseCache
        @CacheTag("parallel")
        public Uni<List<Integer>> parallel() {
            return Uni.combine().all().unis(catalogue.later(1), catalogue.later(2), catalogue.later(3))
                    .with(items -> items.stream().map(Integer.class::cast).toList());
        }
    }

    @ApplicationScoped
    static class Catalogue {

        @CacheTag("part:{key}")
        public String part(String key) {
            return key;
        }

        @CacheTag("uni:{result}")
        public Uni<String> partLater(String key) {
            return Uni.createFrom().item(key).emitOn(Infrastructure.getDefaultWorkerPool());
        }

        @CacheTag("free")
        static String free() {
            return "free";
        }

        @UseCache
        @CacheTag({ "inner", "inner:{id}" })
        public int inner(int id) {
            return id;
        }

        @UseCache
        @CacheTag("later")
        public Uni<Integer> later(int id) {
            return Uni.createFrom().item(id).emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(item -> cacheTag("later:" + item));
        }
    }
}
