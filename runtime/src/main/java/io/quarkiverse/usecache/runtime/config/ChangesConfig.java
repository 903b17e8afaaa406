package io.quarkiverse.usecache.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** Server-sent events of revalidated tags. */
public interface ChangesConfig {

    /**
     * The tags that clients may be told of.
     * One that ends with a star stands for all that begin so.
     * If not set, there are none, because tags may name people.
     */
    Optional<List<String>> tags();

    /**
     * How many clients are told at once.
     * Further ones are answered with 503.
     */
    @WithDefault("1000")
    int maximumClients();

    /**
     * How often a client is sent something though nothing has changed, so that proxies keep the connection.
     * A client that takes nothing for so long while there is something to tell is dropped.
     */
    @WithDefault("15s")
    Duration heartbeat();

    /**
     * How many changes are kept for clients that come back.
     * A client that has missed more is told to start over.
     */
    @WithDefault("1000")
    int replay();
}
