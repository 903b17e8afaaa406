package org.acme.bookings;

import static io.quarkiverse.usecache.UseCache.Visibility.PRIVATE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.security.identity.SecurityIdentity;

// tag::profiles[]
@ApplicationScoped
public class Profiles {

    @Inject
    SecurityIdentity identity;

    @RolesAllowed("customer")
    @UseCache(visibility = PRIVATE)
    @CacheTag("profile:{result.name}")
    public Profile mine() {
        return new Profile(identity.getPrincipal().getName());
    }

    public record Profile(String name) {
    }
}
// end::profiles[]
