package io.quarkiverse.usecache;

import io.quarkiverse.usecache.runtime.load.LoadScope;

/**
 * What a cached method can say about the call that runs it, meant for static import. Thread-safe.
 * <p>
 * The call is found through the calling thread, or through the context that context propagation carried to it: in the stages
 * of a {@link io.smallrye.mutiny.Uni}, and in tasks of a {@link org.eclipse.microprofile.context.ManagedExecutor}.
 */
public final class CachedCall {

    private CachedCall() {
    }

    /**
     * Tags the result of the cached call that is running.
     * <p>
     * A value that gets a tag that is {@code null}, empty, longer than 256 characters or has a control character or an unpaired
     * surrogate, or more than
     * 128 tags, is returned but not cached, and a warning is logged.
     *
     * @param tags the tags; one that the call already has changes nothing
     * @throws IllegalStateException outside a cached call
     * @throws IllegalArgumentException if the array itself is {@code null}
     */
    public static void cacheTag(String... tags) {
        required("cacheTag").addTags(given(tags, "tags"));
    }

    /**
     * Sets the life of the result of the cached call that is running. Of several calls each duration's minimum counts.
     *
     * @param profile the name of a built-in or configured profile
     * @throws IllegalStateException outside a cached call
     * @throws IllegalArgumentException if it is {@code null}, or there is no such profile; the message names those there are
     */
    public static void cacheLife(String profile) {
        required("cacheLife").shortenTo(given(profile, "profile"));
    }

    /**
     * Sets the life of the result of the cached call that is running. Of several calls each duration's minimum counts; a
     * {@code null} component is inherited.
     *
     * @param lifetime the life
     * @throws IllegalStateException outside a cached call
     * @throws IllegalArgumentException if it is {@code null}, or {@code revalidate} is longer than the inherited {@code expire}
     */
    public static void cacheLife(Lifetime lifetime) {
        required("cacheLife").shortenTo(given(lifetime, "lifetime"));
    }

    /**
     * Tells whether a cached call is running here, so that the other methods may be used.
     *
     * @return {@code true} inside a cached call
     */
    public static boolean isActive() {
        return LoadScope.current() != null;
    }

    private static <T> T given(T argument, String name) {
        if (argument == null) {
            throw new IllegalArgumentException(name + " must not be null. Leave the call out where there is nothing to say.");
        }
        return argument;
    }

    private static LoadScope required(String operation) {
        LoadScope scope = LoadScope.current();
        if (scope == null) {
            throw new IllegalStateException(operation + " was called outside a cached call. Call it from a method annotated "
                    + "with @UseCache, or from one that such a method calls, or guard it with CachedCall.isActive().");
        }
        return scope;
    }
}
