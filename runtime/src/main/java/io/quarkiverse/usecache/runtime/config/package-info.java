/** The configuration, as the reference publishes it. */
package io.quarkiverse.usecache.runtime.config;
