package io.quarkiverse.usecache.runtime.endpoint.message;

/** What a client sent, short enough to be shown to it again. */
public final class Shown {

    private static final int LENGTH = 64;

    private Shown() {
    }

    public static String text(String sent) {
        return sent.length() <= LENGTH ? sent : sent.substring(0, LENGTH) + "...";
    }
}
