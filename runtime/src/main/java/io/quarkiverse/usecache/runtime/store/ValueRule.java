package io.quarkiverse.usecache.runtime.store;

/** Knows values that must not be stored, of a library that an application need not have. */
public interface ValueRule {

    /**
     * Why the value must not be stored, and what to do instead, or {@code null} if it may be.
     *
     * @param value what the method, its {@code Uni} or its stage returned, or what is in an {@code Optional} of it
     */
    String problemWith(Object value);
}
