/** Reads annotations and configuration and makes descriptors of them. */
package io.quarkiverse.usecache.deployment.read;
