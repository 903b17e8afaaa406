package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DevUiExtension.class)
class FunctionsPageTest {

    @Test
    void leadsToTheEntriesOfAMethod(DevUi devUi) {
        devUi.demo().get("/bookings/1", "/bookings/2", "/customers");
        devUi.open("functions");

        devUi.link("2 entries of Bookings#byId(long)").click();

        assertThat(devUi.total()).hasText("2 entries");
        assertThat(devUi.field("Function")).hasValue("Bookings#byId(long)");
    }

    @Test
    void followsTheCalls(DevUi devUi) {
        devUi.open("functions");
        assertThat(devUi.page().getByText("Customers#all()")).isVisible();

        devUi.demo().get("/customers");

        assertThat(devUi.link("1 entries of Customers#all()")).isVisible();
    }
}
