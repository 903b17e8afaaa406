package io.quarkiverse.usecache;

/** Does nothing. */
public @interface CacheTag {

    String[] value();
}
