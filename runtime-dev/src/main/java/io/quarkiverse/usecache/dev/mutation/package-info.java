/** Finds values that were changed after they were cached. */
package io.quarkiverse.usecache.dev.mutation;
