package io.quarkiverse.usecache.runtime.suspend;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;

/** Brings the scope of a load to every thread on which its function, or a coroutine begun in it, goes on. */
final class LoadElement extends AbstractCoroutineContextElement implements ThreadContextElement<LoadScope> {

    private static final Key<LoadElement> KEY = new Key<>() {
    };

    private final LoadScope scope;

    LoadElement(LoadScope scope) {
        super(KEY);
        this.scope = scope;
    }

    @Override
    public LoadScope updateThreadContext(CoroutineContext context) {
        return LoadScope.enter(scope);
    }

    @Override
    public void restoreThreadContext(CoroutineContext context, LoadScope before) {
        LoadScope.enter(before);
    }
}
