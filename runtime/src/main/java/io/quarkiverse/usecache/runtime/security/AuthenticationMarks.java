package io.quarkiverse.usecache.runtime.security;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;

/** Marks the time in which augmentors make the caller's identity, by one that comes before all others and one after them. */
@Singleton
public class AuthenticationMarks {

    private record Mark(int priority, Runnable action) implements SecurityIdentityAugmentor {

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            action.run();
            return Uni.createFrom().item(identity);
        }
    }

    @Produces
    @Singleton
    SecurityIdentityAugmentor begin(Authentication authentication) {
        return new Mark(Integer.MAX_VALUE, authentication::begin);
    }

    @Produces
    @Singleton
    SecurityIdentityAugmentor end(Authentication authentication) {
        return new Mark(Integer.MIN_VALUE, authentication::end);
    }
}
