/** Finds shared cached methods that ask for the caller's identity. */
package io.quarkiverse.usecache.dev.identity;
