/** What many entries cost: their heap, and a revalidation of the tag that all of them carry. */
package io.quarkiverse.usecache.it.benchmarks.entries;
