/** Finds cached calls that cached calls make on threads that know nothing of them. */
package io.quarkiverse.usecache.dev.thread;
