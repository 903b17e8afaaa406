package io.quarkiverse.usecache.runtime.security;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.key.CallerKey;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/**
 * The caller of the current call: {@code null} if it is anonymous, or cannot be known here. A call that is part of finding it
 * out must not wait for it.
 */
@Singleton
public class Caller {

    /** Quarkus' OIDC extension writes it, and any other mechanism may. */
    private static final String TENANT = "tenant-id";

    private final CurrentIdentityAssociation association;
    private final Authentication authentication;
    private final Duration longest;

    @Inject
    Caller(CurrentIdentityAssociation association, Authentication authentication, UseCacheConfig config) {
        this.association = association;
        this.authentication = authentication;
        this.longest = config.joinTimeout();
    }

    /** The caller, waited for where that is allowed. */
    CallerKey get() {
        CompletableFuture<CallerKey> caller = ask();
        if (BlockingOperationControl.isBlockingAllowed()) {
            return await(caller);
        }
        return caller.isDone() && !caller.isCompletedExceptionally() ? caller.join() : null;
    }

    private CallerKey await(CompletableFuture<CallerKey> caller) {
        try {
            return Uni.createFrom().completionStage(caller).await().atMost(longest);
        } catch (TimeoutException unknown) {
            return null;
        }
    }

    /** The same, of the caller of this method, whoever subscribes. */
    Uni<CallerKey> deferred() {
        CompletableFuture<CallerKey> caller = ask();
        Uni<CallerKey> deferred = Uni.createFrom().completionStage(caller);
        return caller.isDone() ? deferred : deferred.ifNoItem().after(longest).recoverWithItem(() -> null);
    }

    private CompletableFuture<CallerKey> ask() {
        try {
            return authentication.unlessRunning(
                    () -> association.getDeferredIdentity().map(Caller::keyOf).subscribeAsCompletionStage());
        } catch (ContextNotActiveException noRequest) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private static CallerKey keyOf(SecurityIdentity identity) {
        return identity.isAnonymous() ? null
                : new CallerKey(identity.getPrincipal().getName(), Objects.toString(identity.getAttribute(TENANT), ""),
                        identity.getRoles().stream().sorted().toList(),
                        identity.getCredentials().stream().map(shown -> shown.getClass().getName()).sorted().toList());
    }
}
