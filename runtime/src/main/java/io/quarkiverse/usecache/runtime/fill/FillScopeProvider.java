package io.quarkiverse.usecache.runtime.fill;

import java.util.Map;

import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** Carries the scope of a fill to the stages of a {@code Uni} and to other threads, so that tags reach the right call. */
public final class FillScopeProvider implements ThreadContextProvider {

    private static final ThreadContextSnapshot CLEARED = begin(null);

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        FillScope captured = FillScope.current();
        return captured == null ? CLEARED : begin(captured);
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return CLEARED;
    }

    private static ThreadContextSnapshot begin(FillScope scope) {
        return () -> {
            FillScope before = FillScope.enter(scope);
            return () -> FillScope.enter(before);
        };
    }

    @Override
    public String getThreadContextType() {
        return "UseCache";
    }
}
