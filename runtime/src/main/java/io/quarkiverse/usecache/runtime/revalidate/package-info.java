/** Revalidating tags and clearing caches, here and now or after the commit. */
package io.quarkiverse.usecache.runtime.revalidate;
