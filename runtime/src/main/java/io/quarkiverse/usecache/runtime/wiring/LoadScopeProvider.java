package io.quarkiverse.usecache.runtime.wiring;

import java.util.Map;

import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

import io.quarkiverse.usecache.runtime.load.LoadScope;

/** Carries the scope of a load to the stages of a {@code Uni} and to other threads, so that tags reach the right call. */
public final class LoadScopeProvider implements ThreadContextProvider {

    private static final ThreadContextSnapshot CLEARED = begin(null);

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        LoadScope captured = LoadScope.current();
        return captured == null ? CLEARED : begin(captured);
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return CLEARED;
    }

    private static ThreadContextSnapshot begin(LoadScope scope) {
        return () -> {
            LoadScope before = LoadScope.enter(scope);
            return () -> LoadScope.enter(before);
        };
    }

    @Override
    public String getThreadContextType() {
        return "UseCache";
    }
}
