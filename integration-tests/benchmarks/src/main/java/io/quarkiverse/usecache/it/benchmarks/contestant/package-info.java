/** The same methods behind each of the caches that are compared, and behind an interceptor that caches nothing. */
package io.quarkiverse.usecache.it.benchmarks.contestant;
