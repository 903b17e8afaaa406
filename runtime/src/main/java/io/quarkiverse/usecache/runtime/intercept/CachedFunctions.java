package io.quarkiverse.usecache.runtime.intercept;

import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;

/** Makes what the calls of one cached method need. */
@FunctionalInterface
public interface CachedFunctions {

    CachedFunction of(CachedMethodDescriptor descriptor);
}
