package io.quarkiverse.usecache.runtime.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.call.ReloadRequest;
import io.quarkiverse.usecache.runtime.intercept.CallGuards;
import io.quarkiverse.usecache.runtime.security.RefreshRule;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.quarkus.arc.DefaultBean;

/** What the algorithm does without, unless another extension, or the application, brings it. */
@Singleton
public class DefaultBeans {

    @Produces
    @DefaultBean
    @Singleton
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Produces
    @DefaultBean
    @Singleton
    Transactions transactions() {
        return Transactions.NONE;
    }

    @Produces
    @DefaultBean
    @Singleton
    Sharing sharing() {
        return Sharing.NONE;
    }

    @Produces
    @DefaultBean
    @Singleton
    CallGuards guards() {
        return CallGuards.NONE;
    }

    @Produces
    @DefaultBean
    @Singleton
    ReloadRequest reloadRequest() {
        return ReloadRequest.NEVER;
    }

    @Produces
    @DefaultBean
    @Singleton
    RefreshRule refreshRule() {
        return RefreshRule.NONE;
    }
}
