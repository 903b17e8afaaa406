package io.quarkiverse.usecache.it.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;

/** Says how long the steps of somebody who looks at many entries take; what each leads to is asserted, times are not. */
@ExtendWith(DevUiExtension.class)
class ManyEntriesTest {

    private static final int ENTRIES = Integer.getInteger("devui.entries");
    private static final int NO_BOOKING = 1_000_000;

    /** From the action until the rows that it leads to are shown. */
    private static final String STEP = """
            async ({ row, text }) => {
                const page = document.querySelector('qwc-use-cache-entries');
                const grid = page.shadowRoot.querySelector('vaadin-grid');
                const field = page.shadowRoot.querySelector('use-cache-entry-filter').shadowRoot.querySelector('vaadin-text-field');
                const isShown = key => [...grid.querySelectorAll('vaadin-grid-cell-content')]
                        .some(cell => cell.textContent.trim() === key && cell.checkVisibility({ visibilityProperty: true }));
                const began = performance.now();
                if (text) {
                    field.value = text;
                } else {
                    grid.scrollToIndex(row);
                }
                while (text ? !isShown(`(${text})`) : grid.loading || grid._firstVisibleIndex < row - 20) {
                    await new Promise(requestAnimationFrame);
                }
                return performance.now() - began;
            }""";

    @Test
    void canBeScrolledAndFiltered(DevUi devUi) {
        IntStream.range(0, ENTRIES).parallel().forEach(number -> devUi.demo().get("/bookings/" + (NO_BOOKING + number)));
        Page page = devUi.open("entries");
        assertThat(devUi.total()).hasText(NumberFormat.getInstance(Locale.US).format(ENTRIES) + " entries");

        report("to the middle", page, "row", ENTRIES / 2);
        report("to the end", page, "row", ENTRIES - 1);
        report("to the beginning", page, "row", 0);
        report("filter", page, "text", Integer.toString(NO_BOOKING + ENTRIES - 1));

        assertThat(devUi.total()).hasText("1 entry");
    }

    private static void report(String step, Page page, String name, Object value) {
        Object took = page.evaluate(STEP, Map.of(name, value));
        System.out.printf(Locale.ROOT, "%,d entries, %s: %.0f ms%n", ENTRIES, step, ((Number) took).doubleValue());
    }
}
