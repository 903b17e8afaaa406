package io.quarkiverse.usecache.it.bookings.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.bookings.Bookings;
import io.quarkiverse.usecache.it.bookings.Executions;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkiverse.usecache.test.TestClock;
import io.quarkus.test.junit.QuarkusTest;

/** A page of cached fragments, and which of them are rendered anew. */
@QuarkusTest
@ClearCaches
@Timeout(60)
class BoardTest {

    @Inject
    TestClock clock;

    @Inject
    TagCache tagCache;

    @Inject
    Bookings bookings;

    @Inject
    Executions executions;

    @BeforeEach
    void load() {
        clock.stop();
        page();
    }

    private static String page() {
        return given().get("/board").then().statusCode(200).contentType("text/html").extract().asString();
    }

    private long rendered(String fragment) {
        return executions.counts().get("board(" + fragment + ")");
    }

    private void assertRenderedAnew(String... expected) {
        List<String> fragments = List.of("all", "short-haul", "medium-haul", "long-haul");
        List<Long> before = fragments.stream().map(this::rendered).toList();
        String page = page();
        assertThat(fragments.stream().filter(each -> rendered(each) > before.get(fragments.indexOf(each))))
                .containsExactly(expected);
        assertThat(page).contains("Rendered " + rendered("all") + " times", ">" + rendered("long-haul") + " times<");
    }

    @Test
    void nothingIsRenderedTwice() {
        assertRenderedAnew();
    }

    @Test
    void aTagOfACallInOneLineHasThatLineRenderedAndTheWhole() {
        tagCache.revalidateTag("totals:long-haul");
        assertRenderedAnew("all", "long-haul");
    }

    @Test
    void aChangeOfABookingReachesThePage() {
        bookings.update(bookings.byType("medium-haul").get(0).id(), 7);
        assertRenderedAnew("all", "medium-haul");
    }

    @Test
    void aTagThatAllLinesHaveHasAllRendered() {
        tagCache.revalidateTag("bookings-data");
        assertRenderedAnew("all", "short-haul", "medium-haul", "long-haul");
    }

    @Test
    void aTagOfNoLineLeavesThePageAsItIs() {
        tagCache.revalidateTag("bookings:long-haul");
        assertRenderedAnew();
    }

    @Test
    void fragmentsLiveAsLongAsWhatTheyShow() {
        clock.advance(Duration.ofMinutes(59));
        assertRenderedAnew();
        clock.advance(Duration.ofDays(2));
        assertRenderedAnew("all", "short-haul", "medium-haul", "long-haul");
    }
}
