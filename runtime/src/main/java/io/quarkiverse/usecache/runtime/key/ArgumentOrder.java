package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;

/**
 * An order of arguments, for maps that keep keys with equal hashes in a tree: attackers can make texts whose hashes collide.
 * Arguments that cannot be ordered count as equal, which is slower and not wrong.
 */
final class ArgumentOrder {

    private ArgumentOrder() {
    }

    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        if (a == null || b == null || a.getClass() != b.getClass()) {
            return 0;
        }
        if (a instanceof Comparable<?> comparable && isOfPlatform(a)) {
            return ((Comparable<Object>) comparable).compareTo(b);
        }
        return a instanceof Object[] array ? compareAll(array, (Object[]) b)
                : a instanceof byte[] bytes ? Arrays.compare(bytes, (byte[]) b) : 0;
    }

    static int compareAll(Object[] a, Object[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    /** The application's own order may fail, or contradict its {@code equals}. */
    private static boolean isOfPlatform(Object argument) {
        return argument.getClass().getClassLoader() == null || argument instanceof CallerKey;
    }
}
