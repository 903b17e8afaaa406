package io.quarkiverse.usecache.test.security;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Makes calls as somebody, each in a request of its own. */
public final class Users {

    private static final Executor NEW_THREAD = task -> new Thread(task).start();

    private Users() {
    }

    public static <T> T as(String name, Supplier<T> call) {
        return as(name, "user", call);
    }

    public static <T> T as(String name, String role, Supplier<T> call) {
        return in(identity(name).addRoles(Set.of(role)).build(), call);
    }

    public static <T> T asNobody(Supplier<T> call) {
        return in(null, call);
    }

    public static QuarkusSecurityIdentity.Builder identity(String name) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name));
    }

    public static <T> T in(SecurityIdentity identity, Supplier<T> call) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            if (identity != null) {
                CDI.current().select(CurrentIdentityAssociation.class).get().setIdentity(identity);
            }
            return call.get();
        } finally {
            request.terminate();
        }
    }

    public static <T> CompletableFuture<T> meanwhile(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, NEW_THREAD);
    }
}
