package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.function.Predicate;

/**
 * Recognizes the patterns of policies that are meant for the endpoint: those at or below its path. A policy for more than
 * that, such as the whole site, says which users may visit the site, and not that they may also revalidate its caches.
 *
 * @param root what patterns without a leading slash are relative to, with a slash at its end
 * @param path the path of the endpoint
 */
record OwnPatterns(String root, String path) implements Predicate<String> {

    @Override
    public boolean test(String pattern) {
        String absolute = pattern.startsWith("/") ? pattern : root + pattern;
        String fixed = absolute.split("\\*", 2)[0];
        return fixed.equals(path) || fixed.startsWith(path + "/");
    }
}
