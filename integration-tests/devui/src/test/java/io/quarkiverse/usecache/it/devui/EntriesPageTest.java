package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;

@ExtendWith(DevUiExtension.class)
class EntriesPageTest {

    @Test
    void saysWhatToDoWhenNothingIsCached(DevUi devUi) {
        Page page = devUi.open("entries");

        assertThat(page.getByText("Nothing is cached now")).isVisible();
    }

    @Test
    void showsWhatIsCachedMeanwhile(DevUi devUi) {
        devUi.open("entries");
        assertThat(devUi.page().getByText("Nothing is cached now")).isVisible();

        devUi.demo().get("/bookings/1");

        assertThat(devUi.button("Evict Bookings#byId(long) (1)")).isVisible();
    }

    @Test
    void filtersByText(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2");
        devUi.open("entries");
        assertThat(devUi.total()).hasText("2 entries");

        devUi.field("Filter by text").fill("booking:2");

        assertThat(devUi.total()).hasText("1 entry");
        assertThat(devUi.button("Evict Bookings#byId(long) (2)")).isVisible();
    }

    @Test
    void filtersByATagThatIsClicked(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2");
        devUi.open("entries");

        devUi.link("booking:1").click();

        assertThat(devUi.total()).hasText("1 entry");
        assertThat(devUi.field("Tag")).hasValue("booking:1");
    }

    @Test
    void keepsItsFilterWhenItIsLoadedAgain(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2");
        devUi.open("entries");
        devUi.field("Filter by text").fill("a & b = 100% + #1");
        assertThat(devUi.page().getByText("No entry fits the filter")).isVisible();

        devUi.page().reload();

        assertThat(devUi.field("Filter by text")).hasValue("a & b = 100% + #1");
        devUi.button("Show all entries").click();
        assertThat(devUi.total()).hasText("2 entries");
    }

    @Test
    void showsAValueAsJson(DevUi devUi) {
        devUi.demo().get("/bookings/1");
        devUi.open("entries");

        devUi.button("Show the value of Bookings#byId(long) (1)").click();

        assertThat(devUi.dialog().locator(".cm-content")).containsText("\"customerId\"");
    }

    @Test
    void evictsAnEntry(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2");
        devUi.open("entries");

        devUi.button("Evict Bookings#byId(long) (1)").click();

        assertThat(devUi.page().getByText("Evicted: Bookings#byId(long) (1)")).isVisible();
        assertThat(devUi.total()).hasText("1 entry");
    }

    @Test
    void clearsAllCachesWhenThatIsConfirmed(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/customers");
        devUi.open("entries");

        devUi.button("Clear all caches").click();
        devUi.button("Clear").click();

        assertThat(devUi.page().getByText("Nothing is cached now")).isVisible();
    }
}
