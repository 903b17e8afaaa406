package io.quarkiverse.usecache;

/** Does nothing. */
public @interface UseCache {
}
