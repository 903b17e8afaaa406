package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.usecache.runtime.config.EndpointConfig;

/** The tokens that open the endpoint. There may be several, so that one can be replaced while the other is still in use. */
public final class BearerTokens {

    private final List<BearerToken> tokens;

    BearerTokens(List<BearerToken> tokens) {
        this.tokens = tokens;
    }

    public static BearerTokens of(EndpointConfig config) {
        List<BearerToken> tokens = new ArrayList<>();
        config.token().ifPresent(token -> tokens.add(new BearerToken(BearerToken.PROPERTY, token)));
        List<String> others = config.tokens().orElse(List.of());
        for (int i = 0; i < others.size(); i++) {
            tokens.add(new BearerToken(BearerToken.PROPERTY + "s[" + i + "]", others.get(i)));
        }
        return new BearerTokens(tokens);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /**
     * The property of the token that a request has, or {@code null}. It takes the same time for every wrong token.
     *
     * @param authorizations the values of the header: a request that needs a token and a password has two
     */
    String find(List<String> authorizations) {
        String found = null;
        for (BearerToken token : tokens) {
            for (String authorization : authorizations) {
                found = token.matches(authorization) ? token.property() : found;
            }
        }
        return found;
    }
}
