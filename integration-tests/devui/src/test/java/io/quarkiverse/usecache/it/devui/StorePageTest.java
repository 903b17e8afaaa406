package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

@Tag("store")
@ExtendWith(DevUiExtension.class)
class StorePageTest {

    @Test
    void showsHowTheNodeFollowsTheStore(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/1");
        Page page = devUi.open("shared-store");

        Locator node = page.getByLabel("This node");
        assertThat(node.getByText("running", new Locator.GetByTextOptions().setExact(true))).isVisible();
        assertThat(node.getByText("nothing was missing when the store last answered")).isVisible();
        assertThat(node.getByText(Pattern.compile("[0-9].* left"))).isVisible();
        assertThat(page.getByLabel("Levels").getByText("from the memory of this node")).isVisible();
    }

    @Test
    void liveAndEntriesSayThatAValueCameFromTheStore(DevUi devUi) {
        devUi.demo().get("/bookings/1");
        devUi.open("entries");
        devUi.button("Evict Bookings#byId(long) (1)").click();
        assertThat(devUi.page().getByText("Nothing is cached now")).isVisible();
        devUi.open("live");
        assertThat(devUi.page().getByText("Waiting for calls")).isVisible();

        devUi.demo().get("/bookings/1");

        assertThat(devUi.page().locator("vaadin-grid-cell-content .kind:visible").getByText("L2 hit")).isVisible();
        devUi.open("entries");
        assertThat(devUi.page().locator("vaadin-grid-cell-content:visible").getByText("L2", new Locator.GetByTextOptions()
                .setExact(true))).isVisible();
    }

    @Test
    @EnabledIfSystemProperty(named = "devui.screenshots", matches = ".+")
    void picture(DevUi devUi) {
        try (Load load = new Load(devUi.demo())) {
            Page page = devUi.open("shared-store");
            page.waitForTimeout(30_000);
            devUi.write("store");
        }
    }
}
