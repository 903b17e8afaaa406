/** Tells clients, by server-sent events, which tags were revalidated. */
package io.quarkiverse.usecache.runtime.endpoint.changes;
