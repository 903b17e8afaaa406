package io.quarkiverse.usecache.runtime.fill;

/**
 * Makes sure, before a load begins, that enough of the stack is left to end it. Else a stack that overflows in the
 * application's code may overflow once more in the code that ends the load, and the load would stay in flight for ever.
 */
final class StackReserve {

    private static final int FRAMES = 64;

    private StackReserve() {
    }

    /** @throws StackOverflowError if there is not enough */
    static void require() {
        use(FRAMES, 1, 2, 3, 4, 5, 6, 7);
    }

    /** Every value is used after the call within, so that every frame has to keep all of them, compiled or not. */
    private static long use(int frames, long a, long b, long c, long d, long e, long f, long g) {
        return frames == 0 ? a : use(frames - 1, b, c, d, e, f, g, a) + (a ^ b) * (c ^ d) + (e ^ f) * (g ^ frames);
    }
}
