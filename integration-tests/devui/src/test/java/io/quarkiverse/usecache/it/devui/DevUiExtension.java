package io.quarkiverse.usecache.it.devui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Gives each test a window of its own and empty caches, in a shared store if its tag asks for one; fails it for errors in the
 * console and for external requests.
 */
final class DevUiExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(DevUiExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == DevUi.class;
    }

    @Override
    public DevUi resolveParameter(ParameterContext parameter, ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        RunningDevUi running = test.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(RunningDevUi.class);
        Demo demo = test.getTags().contains("store") ? running.demoWithStore() : running.demo();
        demo.clear();
        DevUi devUi = new DevUi(running.browser(), demo, ColorScheme.LIGHT);
        test.getStore(NAMESPACE).put(DevUi.class, devUi);
        return devUi;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try (DevUi devUi = test.getStore(NAMESPACE).remove(DevUi.class, DevUi.class)) {
            if (devUi != null) {
                assertEquals(List.of(), devUi.problems());
            }
        }
    }
}
