/** The caches of quarkus-cache, served from here. */
package io.quarkiverse.usecache.runtime.bridge;
