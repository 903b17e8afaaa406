/** Tags and the logical clock: when a tag was last revalidated, and whether a stamp is older than that. */
package io.quarkiverse.usecache.runtime.tag;
