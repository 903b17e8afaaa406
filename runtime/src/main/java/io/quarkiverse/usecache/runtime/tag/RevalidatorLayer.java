package io.quarkiverse.usecache.runtime.tag;

/** Adds to what makes revalidations take effect. A bean, where there is something to add. */
@FunctionalInterface
public interface RevalidatorLayer {

    Revalidator over(Revalidator revalidator);
}
