package io.quarkiverse.usecache.runtime.load;

/**
 * Makes sure, before a load begins, that enough of the stack is left to end it. Else a stack that overflows in the
 * application's code may overflow once more in the code that ends the load, and the load would stay in flight for ever.
 */
final class StackReserve {

    private static final int FRAMES = 32;

    private StackReserve() {
    }

    /** @throws StackOverflowError if there is not enough */
    static void require() {
        use(FRAMES, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    /**
     * Needs its arguments only if there is no result, which there always is: so every frame has to keep as many as a call can
     * pass in registers, compiled or not, and nothing has to be done with them.
     */
    private static double use(int frames, long a, long b, long c, long d, long e,
            double f, double g, double h, double i, double j, double k, double l, double m) {
        if (frames == 0) {
            return 1;
        }
        double within = use(frames - 1, a, b, c, d, e, f, g, h, i, j, k, l, m);
        return within != 0 ? within : a + b + c + d + e + f + g + h + i + j + k + l + m;
    }
}
