package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;

@ExtendWith(DevUiExtension.class)
class CardTest {

    @Test
    void saysHowManyEntriesThereAre(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2", "/bookings/3");
        Locator link = devUi.openCards().locator("qwc-extension-link[namespace='quarkus-use-cache']");

        assertThat(link).hasCount(5);
        assertThat(link.getByText("Entries")).isVisible();
        assertThat(link.locator("qui-badge").getByText("3", new Locator.GetByTextOptions().setExact(true))).isVisible();
        assertThat(link.locator("qui-badge").getByText("%")).isVisible();
    }
}
