/**
 * Support for tests of an application that caches: start with nothing cached, ask what became of calls, and move time. It acts
 * in a {@code @QuarkusTest}, whose application runs in the same JVM.
 */
package io.quarkiverse.usecache.test;
