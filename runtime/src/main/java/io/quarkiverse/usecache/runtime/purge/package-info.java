/** Has caches outside the application drop what was revalidated: in order, in batches, and again until each has done so. */
package io.quarkiverse.usecache.runtime.purge;
