package io.quarkiverse.usecache.runtime.tag;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;

/** Adds to what each revalidation does. A bean, where there is something to add. */
@FunctionalInterface
public interface RevalidatorLayer {

    /** Asked where the revalidation begins. */
    Step around(Step step, RevalidationMode mode, List<String> tags);
}
