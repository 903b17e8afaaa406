/**
 * A node among others: it follows the log of revalidations that all share, and says for how long it may serve what it holds
 * without hearing of the log. REDIS.md is the protocol; R1 to R16 stand where they are upheld.
 */
package io.quarkiverse.usecache.runtime.shared;
