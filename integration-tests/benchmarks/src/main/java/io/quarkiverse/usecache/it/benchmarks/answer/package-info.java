/** What answers to HTTP requests cost that are made of cached calls. */
package io.quarkiverse.usecache.it.benchmarks.answer;
