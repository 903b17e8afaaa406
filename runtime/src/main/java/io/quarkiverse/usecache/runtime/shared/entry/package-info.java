/** Entries of the shared store: as bytes, judged when they are read, promoted to this node, loaded once, and published. */
package io.quarkiverse.usecache.runtime.shared.entry;
