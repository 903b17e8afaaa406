package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;

/** The pictures in the documentation, with the demo under some load. */
@EnabledIfSystemProperty(named = "devui.screenshots", matches = ".+")
@ExtendWith(DevUiExtension.class)
class ScreenshotsTest {

    private static final int SECONDS_OF_LOAD = 60;

    @Test
    void everyPage(DevUi devUi) {
        try (Load load = new Load(devUi.demo())) {
            Page page = devUi.open("live");
            page.waitForTimeout(SECONDS_OF_LOAD * 1000);
            devUi.write("live");
            show(devUi, "functions", "Statistics#statistics()");
            show(devUi, "entries", "bookings-data");
            show(devUi, "tags", "bookings-data");
            devUi.open("graph?tag=totals~3Ashort-haul");
            assertThat(page.getByText("A revalidation reaches")).isVisible();
            devUi.write("graph");
        }
    }

    private static void show(DevUi devUi, String name, String something) {
        Page page = devUi.open(name);
        assertThat(page.getByText(something).first()).isVisible();
        page.waitForTimeout(1000);
        devUi.write(name);
    }
}
