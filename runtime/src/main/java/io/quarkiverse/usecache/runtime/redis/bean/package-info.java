/** Makes the store of the application's configuration, and clients as the application's Redis client is configured. */
package io.quarkiverse.usecache.runtime.redis.bean;
