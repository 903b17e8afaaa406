/** How this node takes part in a shared store, for people. */
package io.quarkiverse.usecache.dev.store;
