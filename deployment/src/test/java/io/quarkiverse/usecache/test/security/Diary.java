package io.quarkiverse.usecache.test.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Every text names its reader, and no two are equal. */
@ApplicationScoped
public class Diary {

    private final AtomicInteger executions = new AtomicInteger();

    @Inject
    SecurityIdentity reader;

    @Inject
    CurrentIdentityAssociation association;

    @UseCache(visibility = Visibility.PRIVATE)
    @CacheTag("diary")
    public String page(int number) {
        return text(reader);
    }

    @UseCache(visibility = Visibility.PRIVATE)
    @CacheTag("diary")
    public Uni<String> pageUni() {
        return association.getDeferredIdentity().map(this::text);
    }

    @UseCache(visibility = Visibility.PRIVATE)
    @CacheTag("diary")
    public CompletionStage<String> pageStage() {
        return association.getDeferredIdentity().map(this::text).subscribeAsCompletionStage();
    }

    @UseCache(visibility = Visibility.PRIVATE)
    @CacheTag("diary")
    public CompletableFuture<String> twoPages() {
        return CompletableFuture.completedFuture(page(1) + page(2));
    }

    /** Runs outside a request too. */
    @UseCache(visibility = Visibility.PRIVATE)
    @CacheTag("diary")
    public int executions() {
        return executions.incrementAndGet();
    }

    private String text(SecurityIdentity by) {
        return (by.isAnonymous() ? "nobody" : by.getPrincipal().getName()) + " " + executions.incrementAndGet();
    }
}
