/** The header {@code Cache-Status} and a line in the log, with the cached calls that a request made. */
package io.quarkiverse.usecache.dev.trace;
