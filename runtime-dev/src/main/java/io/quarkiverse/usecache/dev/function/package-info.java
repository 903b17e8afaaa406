/** The page <em>Functions</em>: the cached methods, what they serve, and how long they run. */
package io.quarkiverse.usecache.dev.function;
