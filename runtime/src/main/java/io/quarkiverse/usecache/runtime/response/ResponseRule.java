package io.quarkiverse.usecache.runtime.response;

import java.util.Collection;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usecache.runtime.store.OneShot;
import io.quarkiverse.usecache.runtime.store.ValueRule;

/** Keeps responses out of the cache that identify one user to all others, or that can be sent only once. */
@Singleton
public class ResponseRule implements ValueRule {

    private static final ValueRule ONE_SHOT = new OneShot();
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String COOKIE = "its header Set-Cookie would give the cookie of one user to all others. Cache what the "
            + "response is made of, and set the cookie outside of the cached method";
    private static final String READ = "its entity was read, or can be read only once. Cache what was read";

    @Override
    public String problemWith(Object value) {
        return value instanceof Response response ? problemWith(response) : null;
    }

    // A response of a REST client has its entity only until it is closed.
    private static String problemWith(Response response) {
        try {
            return problemWith(response.getHeaders().keySet(), response.hasEntity() ? response.getEntity() : null);
        } catch (IllegalStateException closed) {
            return READ;
        }
    }

    static String problemWith(Collection<String> headers, Object entity) {
        if (headers.stream().anyMatch(SET_COOKIE::equalsIgnoreCase)) {
            return COOKIE;
        }
        return entity == null || ONE_SHOT.problemWith(entity) == null ? null : READ;
    }
}
