package io.quarkiverse.usecache.runtime.consistency;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkus.vertx.http.runtime.filters.Filters;

/** Adds the filter for tokens, where the application names a header or a cookie for them. */
@Singleton
public class TokenFilters {

    /** After the request is known to be allowed, and before the application. */
    private static final int PRIORITY = 50;
    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(999);

    private final RequestTokens tokens;
    private final Instance<Revalidator> revalidator;
    private final Duration lease;

    @Inject
    TokenFilters(RequestTokens tokens, Instance<Revalidator> revalidator, UseCacheRedisConfig redis) {
        this.tokens = tokens;
        this.revalidator = revalidator;
        this.lease = redis.lease();
    }

    void register(@Observes Filters filters) {
        TokenSettings settings = tokens.settings();
        if (settings.anywhere()) {
            TokenCarrier carrier = new TokenCarrier(settings.header(), settings.cookie(),
                    lease.plus(ALMOST_A_SECOND).toSeconds());
            filters.register(new TokenFilter(carrier, tokens, revalidator::get, settings.patience()), PRIORITY);
        }
    }
}
