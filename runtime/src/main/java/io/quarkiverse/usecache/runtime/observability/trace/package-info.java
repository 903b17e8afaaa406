/** Spans of what the cache does, where the application has OpenTelemetry. */
package io.quarkiverse.usecache.runtime.observability.trace;
