package io.quarkiverse.usecache.runtime.response;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.usecache.runtime.store.ValueRule;

/** Does for the responses of Quarkus REST what {@link ResponseRule} does for those of Jakarta REST. */
@Singleton
public class RestResponseRule implements ValueRule {

    @Override
    public String problemWith(Object value) {
        return value instanceof RestResponse<?> response
                ? ResponseRule.problemWith(response.getHeaders().keySet(), response.getEntity())
                : null;
    }
}
