/**
 * The shared store in Redis or Valkey. It implements {@code spi} and sees nothing else of the extension, so that it could be an
 * artifact of its own.
 */
package io.quarkiverse.usecache.runtime.redis;
