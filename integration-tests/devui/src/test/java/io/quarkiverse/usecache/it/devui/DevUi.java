package io.quarkiverse.usecache.it.devui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** Dev UI in a window of the browser, and everything in it that went wrong. */
final class DevUi implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    private final Demo demo;
    private final BrowserContext window;
    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    DevUi(Browser browser, Demo demo, ColorScheme theme) {
        this.demo = demo;
        this.window = browser.newContext(new NewContextOptions().setViewportSize(1440, 900).setColorScheme(theme));
        this.page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add("console: " + message.text());
            }
        });
        page.onPageError(error -> problems.add("page: " + error));
        page.onRequest(this::check);
    }

    private void check(Request request) {
        String url = request.url().replaceFirst("^blob:", "");
        if (!url.startsWith(demo.address()) && !url.startsWith("data:")) {
            problems.add("external request: " + request.url());
        }
    }

    Demo demo() {
        return demo;
    }

    /** Opens a page of the extension, with what its address asks for. */
    Page open(String name) {
        page.navigate(demo.address() + "/q/dev-ui/quarkus-use-cache/" + name);
        return page;
    }

    Page openCards() {
        page.navigate(demo.address() + "/q/dev-ui/extensions");
        return page;
    }

    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** How many entries or tags the page says there are. */
    Locator total() {
        return page.locator(".bar [role=status]");
    }

    /** Writes what is seen now into the directory of the property. */
    void write(String name) {
        page.screenshot(new Page.ScreenshotOptions().setTimeout(60_000)
                .setPath(Path.of(System.getProperty("devui.screenshots"), "dev-ui-" + name + ".png")));
    }

    List<String> problems() {
        return problems;
    }

    @Override
    public void close() {
        window.close();
    }
}
