package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;

@ExtendWith(DevUiExtension.class)
class GraphPageTest {

    @Test
    void saysWhatTheRevalidationOfATagReachesThroughNestedCalls(DevUi devUi) {
        devUi.demo().get("/statistics");
        devUi.open("graph");

        node(devUi, "totals:short-haul").click();

        Locator panel = devUi.page().locator("use-cache-graph-panel");
        assertThat(panel).containsText("A revalidation reaches 2 entries");
        assertThat(panel).containsText("Statistics#statistics()");
        assertThat(panel).containsText("also by its calls of Statistics#totals(String)");
        assertThat(devUi.page().locator("use-cache-graph-map path.lit")).hasCount(3);
    }

    @Test
    void leadsToTheEntriesOfATag(DevUi devUi) {
        devUi.demo().get("/statistics");
        devUi.open("graph?tag=totals~3Ashort-haul");

        devUi.page().locator("use-cache-graph-panel a").getByText("Entries").click();

        assertThat(devUi.total()).hasText("2 entries");
        assertThat(devUi.field("Tag")).hasValue("totals:short-haul");
    }

    @Test
    void revalidatesATag(DevUi devUi) {
        devUi.demo().get("/statistics");
        devUi.open("graph?tag=totals~3Ashort-haul");

        devUi.button("Expire").click();
        assertThat(devUi.dialog()).containsText("2 entries of 2 functions would be reached.");
        devUi.dialog().getByText("Expire", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(devUi.page().getByText("Expired: totals:short-haul")).isVisible();
        assertThat(node(devUi, "totals:short-haul")).hasCount(0);
    }

    private static Locator node(DevUi devUi, String name) {
        return devUi.page().locator("use-cache-graph-map button[title='" + name + "']");
    }
}
