package io.quarkiverse.usecache.dev;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** The text of a key, whose arguments are the application's and may fail to tell theirs. */
public final class KeyText {

    private KeyText() {
    }

    public static String of(CallKey key) {
        try {
            return key.toString();
        } catch (RuntimeException | StackOverflowError e) {
            return "(cannot be shown: " + e.getClass().getName() + ")";
        }
    }
}
