/**
 * What the author of a shared store implements: it keeps entries for all nodes, and the log of revalidations by which they stay
 * right. The tests in {@code quarkus-use-cache-store-tck} say whether a store keeps the contracts. And what the author of a
 * purger implements, which tells a cache outside of revalidated tags, and an application that decides who watches which tags.
 */
package io.quarkiverse.usecache.spi;
