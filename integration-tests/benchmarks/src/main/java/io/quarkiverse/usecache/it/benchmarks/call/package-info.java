/** What one call costs: hits of every kind, and a miss. */
package io.quarkiverse.usecache.it.benchmarks.call;
