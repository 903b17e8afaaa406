/**
 * Methods that run, one at a time for a key: what they may see, what they say of their result, and how they end.
 * Refreshes run here too, and a source may give a value without the method.
 */
package io.quarkiverse.usecache.runtime.load;
