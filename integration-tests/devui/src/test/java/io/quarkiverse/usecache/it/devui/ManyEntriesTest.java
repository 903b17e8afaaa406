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
    private static final int FIRST = 1_000_000;
    private static final int LAST = FIRST + ENTRIES - 1;

    /** From the action until the rows that it leads to are painted. */
    private static final String STEP = """
            async ({ what, value, shown }) => {
                const page = document.querySelector('qwc-use-cache-entries').renderRoot;
                const grid = page.querySelector('vaadin-grid');
                const field = page.querySelector('use-cache-entry-filter').renderRoot.querySelector('.' + what);
                const actions = {
                    scroll: () => grid.scrollToIndex(value),
                    sort: () => [...grid.querySelectorAll('vaadin-grid-sorter')].find(({ path }) => path === value).click(),
                    text: () => { field.value = value; }
                };
                const choose = () => {
                    field.value = field.items?.find(({ label }) => label === value)?.value ?? value;
                    field.dispatchEvent(new CustomEvent('change'));
                };
                const isLoading = () => grid._dataProviderController.isLoading();
                const isDone = () => !isLoading() && (what === 'scroll' ? grid._firstVisibleIndex >= value - 20
                        : page.querySelector('[role=status]').textContent === shown);
                const painted = () => new Promise(requestAnimationFrame);
                const asked = () => new Promise(resolve => grid.addEventListener('loading-changed', resolve, { once: true }));
                while (isLoading()) {
                    await painted();
                }
                const began = performance.now();
                const answered = what === 'scroll' ? painted() : asked();
                (actions[what] ?? choose)();
                await answered;
                while (!isDone()) {
                    await painted();
                }
                await painted();
                return performance.now() - began;
            }""";

    @Test
    void canBeScrolledFilteredAndSorted(DevUi devUi) {
        IntStream.range(0, ENTRIES).parallel().forEach(number -> devUi.demo().get("/bookings/" + (FIRST + number)));
        Page page = devUi.open("entries");
        assertThat(devUi.total()).hasText(all());
        assertThat(page.getByText("bookings-data").first()).isVisible();

        scroll(page, "to the middle", ENTRIES / 2);
        scroll(page, "to the end", ENTRIES - 1);
        scroll(page, "to the beginning", 0);
        for (String column : new String[] { "key", "state", "age", "hits", "function" }) {
            step(page, "sort by " + column, "sort", column, all());
            step(page, "sort by " + column + " in reverse", "sort", column, all());
        }
        filter(page, "text", "(" + LAST + ")", "1 entry");
        filter(page, "text", "booking:" + LAST, "1 entry");
        filter(page, "text", "in no entry", "0 entries");
        filter(page, "tag", "booking:" + LAST, "1 entry");
        filter(page, "tag", "bookings-data", all());
        filter(page, "state", "FRESH", all());
        filter(page, "state", "STALE", "0 entries");
        filter(page, "function", "Bookings#byId(long)", all());
    }

    private static String all() {
        return NumberFormat.getInstance(Locale.US).format(ENTRIES) + " entries";
    }

    private static void scroll(Page page, String place, int row) {
        step(page, place, "scroll", row, "");
    }

    /** Sets a filter and takes it away again. */
    private static void filter(Page page, String name, String value, String shown) {
        step(page, "filter by " + name + " [" + value + "]", name, value, shown);
        step(page, "no filter", name, "", all());
    }

    private static void step(Page page, String name, String what, Object value, String shown) {
        Object took = page.evaluate(STEP, Map.of("what", what, "value", value, "shown", shown));
        System.out.printf(Locale.ROOT, "%,d entries, %s: %.0f ms%n", ENTRIES, name, ((Number) took).doubleValue());
    }
}
