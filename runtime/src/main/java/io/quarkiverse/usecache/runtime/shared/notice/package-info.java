/** What the log says of the shared store, and how often. */
package io.quarkiverse.usecache.runtime.shared.notice;
