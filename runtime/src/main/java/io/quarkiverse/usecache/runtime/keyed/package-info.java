/** Calls of code that has no method to annotate: what it returns is cached under a key that the application gives. */
package io.quarkiverse.usecache.runtime.keyed;
