package io.quarkiverse.usecache.test.tag;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.TagQuery;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;

/** Cases 19, 20, 24 and 27 to 30: what a tag reaches. */
class TagsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(TagsTest.class, Meanwhile.class));

    @Inject
    Shop shop;

    @Inject
    Directory directory;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
    }

    private List<Integer> abf() {
        return List.of(shop.a(), shop.b(), shop.f());
    }

    @Test
    void case19ARevalidatedTagDropsItsEntriesAndNoOthers() {
        assertThat(abf()).containsExactly(1, 2, 3);
        tagCache.revalidateTag("a");
        assertThat(abf()).containsExactly(4, 2, 3);
        tagCache.revalidateTag("b");
        assertThat(abf()).containsExactly(4, 5, 3);
        tagCache.revalidateTag("c");
        assertThat(abf()).containsExactly(6, 7, 8);
        tagCache.revalidateTag("f");
        assertThat(abf()).containsExactly(6, 7, 9);
    }

    @Test
    void case20TagsOfOneRevalidationActInOneStep() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            int a = shop.a();
            int b = shop.b();
            var observer = Meanwhile.call(() -> List.of(shop.a(), shop.b()));
            tagCache.revalidateTag("a", "b");
            List<Integer> seen = observer.get();
            if (seen.get(0) != a) {
                assertThat(seen.get(1)).as("not the old one after a new one").isNotEqualTo(b);
            }
            assertThat(shop.a()).isNotEqualTo(a);
            assertThat(shop.b()).isNotEqualTo(b);
        }
    }

    @Test
    void case24ATagFromTheDataDropsTheEntriesWhoseDataCarriedIt() {
        List<String> flights = shop.bookings("flight", List.of("ann", "bob"));
        List<String> hotels = shop.bookings("hotel", List.of("bob", "cid"));
        List<String> cars = shop.bookings("car", List.of("cid"));
        tagCache.revalidateTag("customer:bob");

        assertThat(shop.bookings("flight", List.of("ann", "bob"))).isNotSameAs(flights);
        assertThat(shop.bookings("hotel", List.of("bob", "cid"))).isNotSameAs(hotels);
        assertThat(shop.bookings("car", List.of("cid"))).isSameAs(cars);
    }

    @Test
    void case27TagsAreTextOfAnyScriptAndCaseCounts() {
        int first = shop.town();
        tagCache.revalidateTag("GRÖßE:東京");
        assertThat(shop.town()).isEqualTo(first);
        tagCache.revalidateTag("größe:東京");
        int second = shop.town();
        assertThat(second).isNotEqualTo(first);
        RestAssured.given().contentType("application/json; charset=UTF-8").body("{\"tags\":[\"größe:東京\"]}")
                .post("/q/use-cache/revalidate").then().statusCode(200);
        int third = shop.town();
        assertThat(third).isNotEqualTo(second);
        RestAssured.given().queryParam("tag", "größe:東京").post("/q/use-cache/revalidate").then().statusCode(200);
        assertThat(shop.town()).isNotEqualTo(third);
    }

    @Test
    void case28ATagTwiceIsOnceAndTagsOfClassAndMethodUnite() {
        shop.twice();

        assertThat(tagsOf("twice")).containsExactlyInAnyOrder("shop", "twice");
    }

    private List<String> tagsOf(String tag) {
        return view.entries(new EntryQuery(List.of(tag), null, 0, 1)).entries().get(0).tags();
    }

    @Test
    void case29ATaggedMethodThatIsNotCachedTagsTheCachedCallAround() {
        assertThat(directory.tagging(7)).isEqualTo(7);
        assertThat(view.tags(new TagQuery(null, 0, 1)).tags()).isEmpty();
        int first = shop.around();

        assertThat(tagsOf("around")).containsExactlyInAnyOrder("shop", "around", "directory:7");
        tagCache.revalidateTag("directory:7");
        assertThat(shop.around()).isNotEqualTo(first);
    }

    @Test
    void case30ATagNobodyHasDropsNothing() {
        List<Integer> before = abf();
        for (int i = 0; i < 100_000; i++) {
            tagCache.revalidateTag("nobody has " + i);
        }

        assertThat(abf()).isEqualTo(before);
    }

    @ApplicationScoped
    @CacheTag("shop")
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @Inject
        Directory directory;

        @UseCache
        @CacheTag({ "a", "c" })
        public int a() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag({ "b", "c" })
        public int b() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int f() {
            cacheTag("f", "c");
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public List<String> bookings(String type, List<String> customers) {
            customers.forEach(customer -> cacheTag("customer:" + customer));
            return customers.stream().map(customer -> type + " of " + customer).toList();
        }

        @UseCache
        @CacheTag("größe:東京")
        public int town() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("twice")
        @CacheTag({ "twice", "shop" })
        public int twice() {
            cacheTag("twice", "twice");
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("around")
        public int around() {
            return directory.tagging(7) + EXECUTIONS.incrementAndGet();
        }
    }

    @ApplicationScoped
    static class Directory {

        @CacheTag("directory:{id}")
        public int tagging(int id) {
            return id;
        }
    }
}
