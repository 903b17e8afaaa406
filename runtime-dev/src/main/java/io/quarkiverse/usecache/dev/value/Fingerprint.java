package io.quarkiverse.usecache.dev.value;

import java.io.IOException;
import java.io.Writer;

/** Takes the beginning of a text and keeps nothing of it but a number (FNV-1a, 64 bits). */
final class Fingerprint extends Writer {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final int limit;
    private long hash = OFFSET;
    private int taken;

    Fingerprint(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
        int room = Math.min(count, limit - taken);
        for (int i = from; i < from + room; i++) {
            hash = (hash ^ characters[i]) * PRIME;
        }
        taken += room;
        if (room < count) {
            throw new IOException("What comes after " + limit + " characters is not compared");
        }
    }

    boolean isFull() {
        return taken == limit;
    }

    long hash() {
        return hash;
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }
}
