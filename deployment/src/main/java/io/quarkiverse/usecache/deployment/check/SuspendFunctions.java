package io.quarkiverse.usecache.deployment.check;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.usecache.deployment.jandex.Kotlin;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;

/** Refuses suspend functions that have no coroutines to run in, or that cannot be told from their own continuation. */
public final class SuspendFunctions {

    private static final DotName JOB = DotName.createSimple("kotlinx.coroutines.Job");

    private final IndexView index;
    private final Mistakes mistakes;

    /** @param index any class of the class path is computed */
    public SuspendFunctions(IndexView index, Mistakes mistakes) {
        this.index = index;
        this.mistakes = mistakes;
    }

    public void check(MethodSite site) {
        if (!Kotlin.isSuspend(site.method())) {
            return;
        }
        if (index.getClassByName(JOB) == null) {
            mistakes.error("A suspend function that is cached, tagged or revalidates needs Kotlin's coroutines", site.place(),
                    "Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core.");
        }
        if (Kotlin.isCalledAgain(site.method())) {
            mistakes.error("A suspend function that is not open calls itself to go on, and would be intercepted there again",
                    site.place(), "Make it an open function of a bean, as the all-open plugin of the Kotlin compiler does.");
        }
    }
}
