package io.quarkiverse.usecache.runtime.fill;

import java.util.List;

/** The cached methods of the application. */
public record CachedMethods(List<CachedMethod> all) {
}
