package io.quarkiverse.usecache.runtime.edge;

/**
 * Mixes texts and numbers into 128 bits, so that no two sequences of them are likely to be alike. It is not made against those
 * who look for such: what they would find is a value that they could have asked for. Not thread-safe.
 */
final class Fingerprint {

    private static final long PRIME = 0x100000001b3L;
    private static final long OTHER_PRIME = 0x9e3779b97f4a7c15L;

    private long high = 0xcbf29ce484222325L;
    private long low = 0x2545f4914f6cdd1dL;

    Fingerprint add(String text) {
        for (int i = 0; i < text.length(); i++) {
            mix(text.charAt(i));
        }
        return add(text.length());
    }

    Fingerprint add(long number) {
        mix(number);
        mix(number >>> 32);
        return this;
    }

    private void mix(long bits) {
        high = (high ^ bits) * PRIME;
        low = (Long.rotateLeft(low, 23) + bits) * OTHER_PRIME;
    }

    /** Adds one of many, in whatever order they come. */
    Fingerprint addUnordered(Fingerprint one) {
        high += one.high();
        low += one.low();
        return this;
    }

    long high() {
        return spread(high ^ Long.rotateLeft(low, 32));
    }

    long low() {
        return spread(low + Long.rotateLeft(high, 17));
    }

    /** The finalizer of MurmurHash3: each bit of the result depends on all bits. */
    private static long spread(long bits) {
        long spread = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        spread = (spread ^ spread >>> 33) * 0xc4ceb9fe1a85ec53L;
        return spread ^ spread >>> 33;
    }
}
