package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DevUiExtension.class)
class TagsPageTest {

    @Test
    void expiresATagAfterSayingWhatThatReaches(DevUi devUi) {
        devUi.demo().get("/bookings/9998", "/bookings/9999");
        devUi.open("tags?text=booking~3A9999");

        devUi.button("Expire booking:9999").click();
        assertThat(devUi.dialog()).containsText("1 entry of 1 function would be reached.");
        assertThat(devUi.dialog()).containsText("Bookings#byId(long)");
        devUi.button("Expire").click();

        assertThat(devUi.page().getByText("Expired: booking:9999")).isVisible();
        assertThat(devUi.page().getByText("expire, local")).isVisible();
        devUi.open("entries");
        assertThat(devUi.total()).hasText("1 entry");
    }

    @Test
    void doesNothingWhenItIsCancelled(DevUi devUi) {
        devUi.demo().get("/bookings/1");
        devUi.open("tags");

        devUi.button("Expire booking:1").click();
        devUi.button("Cancel").click();

        devUi.open("entries");
        assertThat(devUi.total()).hasText("1 entry");
    }

    @Test
    void marksEntriesAsStale(DevUi devUi) {
        devUi.demo().get("/bookings/1");
        devUi.open("tags");

        devUi.button("Mark booking:1 as stale").click();
        devUi.button("Mark as stale").click();
        devUi.open("entries?state=STALE");

        assertThat(devUi.total()).hasText("1 entry");
    }

    @Test
    void leadsToTheEntriesOfATag(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2");
        devUi.open("tags");

        devUi.link("2 entries with bookings-data").click();

        assertThat(devUi.field("Tag")).hasValue("bookings-data");
        assertThat(devUi.total()).hasText("2 entries");
    }

    @Test
    void isUsedWithAKeyboard(DevUi devUi) {
        devUi.demo().get("/bookings/1");
        devUi.open("tags");

        devUi.button("Expire booking:1").focus();
        devUi.page().keyboard().press("Enter");
        assertThat(devUi.dialog()).containsText("would be reached");
        devUi.page().keyboard().press("Escape");

        assertThat(devUi.dialog()).isHidden();
        assertThat(devUi.button("Expire booking:1")).hasAttribute("focused", Pattern.compile(".*"));
    }
}
