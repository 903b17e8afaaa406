package io.quarkiverse.usecache.it.devui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** What all tests share: the demo in dev mode, and a browser. */
final class RunningDevUi implements AutoCloseable {

    /** The browser must not call home: whatever it asks for is asked for by Dev UI. */
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Demo demo;
    private final Playwright playwright;
    private final Browser browser;
    private StoreOfDemo store;

    RunningDevUi() {
        this.demo = new Demo(DevMode.start());
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium().launch(new LaunchOptions().setArgs(QUIET)
                .setExecutablePath(Path.of(System.getProperty("devui.browser"))));
    }

    Demo demo() {
        return demo;
    }

    /** Another one, whose caches are in Redis; it is started when a test first asks for it. */
    Demo demoWithStore() {
        if (store == null) {
            store = new StoreOfDemo();
        }
        return store.demo();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        if (store != null) {
            store.close();
        }
    }
}
