package io.quarkiverse.usecache;

/** Does nothing. */
public @interface CacheLife {

    String value();
}
