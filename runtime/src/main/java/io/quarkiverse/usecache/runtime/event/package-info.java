/** What becomes of calls and entries: listeners, each guarded from the others, and counters. */
package io.quarkiverse.usecache.runtime.event;
