/** The page <em>Tags</em>: their entries, their last revalidation, and what one would reach. */
package io.quarkiverse.usecache.dev.tags;
