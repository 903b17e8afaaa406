package org.acme.bookings;

import java.lang.reflect.Method;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.cache.CompositeCacheKey;
import io.quarkus.security.identity.SecurityIdentity;

// tag::generator[]
@ApplicationScoped
public class PerIssuer implements CacheKeyGenerator {

    @Inject
    SecurityIdentity identity;

    @Override
    public Object generate(Method method, Object... arguments) {
        return new CompositeCacheKey(identity.<String> getAttribute("issuer"), Arrays.asList(arguments));
    }
}
// end::generator[]
