package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;

@ExtendWith(DevUiExtension.class)
class LivePageTest {

    @Test
    void showsCallsAndRevalidations(DevUi devUi) {
        open(devUi, "live");

        devUi.demo().get("/bookings/1", "/bookings/1");
        devUi.demo().revalidate("booking:1");

        assertThat(event(devUi, "miss")).isVisible();
        assertThat(event(devUi, "hit")).isVisible();
        assertThat(event(devUi, "load")).isVisible();
        assertThat(event(devUi, "revalidation")).isVisible();
        assertThat(devUi.link("booking:1")).isVisible();
    }

    @Test
    void showsOnlyTheKindsThatAreOn(DevUi devUi) {
        open(devUi, "live?kinds=MISS");

        devUi.demo().get("/bookings/1", "/bookings/1", "/bookings/2");

        assertThat(event(devUi, "miss")).hasCount(2);
        assertThat(event(devUi, "hit")).hasCount(0);
    }

    @Test
    void showsNothingNewWhileItIsPaused(DevUi devUi) {
        open(devUi, "live?kinds=MISS");
        devUi.button("Pause").click();
        assertThat(devUi.page().getByText("Paused")).isVisible();
        devUi.demo().get("/bookings/1");
        devUi.button("Resume").click();
        assertThat(devUi.page().getByText("Waiting for calls")).isVisible();

        devUi.demo().get("/bookings/2");

        assertThat(event(devUi, "miss")).hasCount(1);
        assertThat(devUi.page().locator("vaadin-grid-cell-content:visible").getByText("(2)")).isVisible();
    }

    /** What happens before the application listens too is not shown. */
    private static void open(DevUi devUi, String name) {
        devUi.open(name);
        assertThat(devUi.page().getByText("Waiting for calls")).isVisible();
    }

    private static Locator event(DevUi devUi, String kind) {
        return devUi.page().locator("vaadin-grid-cell-content .kind:visible")
                .getByText(kind, new Locator.GetByTextOptions().setExact(true));
    }
}
