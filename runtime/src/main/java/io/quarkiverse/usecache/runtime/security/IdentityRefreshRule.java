package io.quarkiverse.usecache.runtime.security;

import jakarta.inject.Singleton;

import io.quarkus.security.AuthenticationException;

/** A refresh has no caller, so that what needs one refuses it: directly, or the service that it asks in the caller's name. */
@Singleton
public class IdentityRefreshRule implements RefreshRule {

    private static final int DEEPEST_CAUSE = 16;

    @Override
    public boolean needsCaller(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SecurityException || cause instanceof AuthenticationException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
