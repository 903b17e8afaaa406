package io.quarkiverse.usecache.runtime.http;

/** What a client sent, short enough to be shown to it again. */
final class Shown {

    private static final int LENGTH = 64;

    private Shown() {
    }

    static String text(String sent) {
        return sent.length() <= LENGTH ? sent : sent.substring(0, LENGTH) + "...";
    }
}
