package io.quarkiverse.usecache.dev.value;

import java.io.IOException;
import java.io.Writer;

/** Takes text up to a length and refuses more, so that the writer stops. */
final class BoundedText extends Writer {

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private boolean full;

    BoundedText(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
        int room = limit - text.length();
        text.append(characters, from, Math.min(count, room));
        if (count > room) {
            full = true;
            throw new IOException("It is longer than " + limit + " characters");
        }
    }

    /** Whether there was more than what it took. */
    boolean isFull() {
        return full;
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
