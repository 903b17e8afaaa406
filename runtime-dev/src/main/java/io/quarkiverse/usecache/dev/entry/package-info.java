/** The page <em>Entries</em>: what is cached now, found, sorted and paged. */
package io.quarkiverse.usecache.dev.entry;
