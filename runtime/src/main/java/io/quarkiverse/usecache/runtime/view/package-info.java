/** Entries, tags and caches for display: found by walking the entries, when somebody asks. */
package io.quarkiverse.usecache.runtime.view;
