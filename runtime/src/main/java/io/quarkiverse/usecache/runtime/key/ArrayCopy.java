package io.quarkiverse.usecache.runtime.key;

import java.lang.reflect.Array;

/** Copies arrays, nested ones too, so that who passed one as an argument may go on changing it. */
public final class ArrayCopy {

    private ArrayCopy() {
    }

    /** A copy of an array, or the value itself if it is none. */
    public static Object of(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        System.arraycopy(value, 0, copy, 0, length);
        if (copy instanceof Object[] elements) {
            for (int i = 0; i < length; i++) {
                elements[i] = of(elements[i]);
            }
        }
        return copy;
    }
}
