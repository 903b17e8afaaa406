package io.quarkiverse.usecache.runtime.security;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Who makes the current call. */
@Singleton
public class Caller {

    private final CurrentIdentityAssociation association;

    @Inject
    Caller(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /**
     * The principal's name, or {@code null} if the caller is anonymous, or not known without waiting where that is forbidden.
     */
    String name() {
        if (BlockingOperationControl.isBlockingAllowed()) {
            return blockingName();
        }
        CompletableFuture<String> name = deferredName().subscribeAsCompletionStage();
        return name.isDone() && !name.isCompletedExceptionally() ? name.join() : null;
    }

    private String blockingName() {
        try {
            return nameOf(association.getIdentity());
        } catch (ContextNotActiveException noRequest) {
            return null;
        }
    }

    /** The same, of the caller of this method, whoever subscribes. */
    Uni<String> deferredName() {
        try {
            return association.getDeferredIdentity().map(Caller::nameOf);
        } catch (ContextNotActiveException noRequest) {
            return Uni.createFrom().nullItem();
        }
    }

    private static String nameOf(SecurityIdentity identity) {
        return identity.isAnonymous() ? null : identity.getPrincipal().getName();
    }
}
