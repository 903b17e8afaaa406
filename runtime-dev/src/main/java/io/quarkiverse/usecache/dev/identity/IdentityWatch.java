package io.quarkiverse.usecache.dev.identity;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Notes every question for the caller's identity, through whatever bean it is asked. */
@Decorator
@Priority(1)
public abstract class IdentityWatch implements CurrentIdentityAssociation {

    @Inject
    @Any
    @Delegate
    CurrentIdentityAssociation association;

    @Inject
    IdentityReads reads;

    @Override
    public SecurityIdentity getIdentity() {
        reads.note();
        return association.getIdentity();
    }

    @Override
    public Uni<SecurityIdentity> getDeferredIdentity() {
        reads.note();
        return association.getDeferredIdentity();
    }
}
