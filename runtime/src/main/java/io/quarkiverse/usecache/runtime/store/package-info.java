/** Finished entries in their caches, and when they may be served. */
package io.quarkiverse.usecache.runtime.store;
