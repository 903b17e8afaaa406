package io.quarkiverse.usecache.runtime.redis;

import java.time.Duration;

/**
 * @param commandTimeout the time a command may take before it counts as not answered
 * @param connectTimeout the time a connection may take to be made
 * @param wakeUp how long the server is asked to wait for the log to grow; zero for no such connection
 * @param dataConnections how many connections entries are read and written over
 * @param logEntries how many revalidations the log keeps at most
 * @param logBytes about how many bytes they may take
 * @param maximumTags how many tags' numbers the state keeps, before those in the log no more are dropped
 */
public record RedisStoreOptions(KeyNames names, Duration commandTimeout, Duration connectTimeout, Duration wakeUp,
        int dataConnections, int logEntries, long logBytes, int maximumTags) {
}
