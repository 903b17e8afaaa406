package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * The key of a call: the method, by identity, and what distinguishes its calls. Arrays compare by content.
 */
public abstract sealed class CallKey permits SingleKey, CompositeKey {

    private final Object method;
    private final int hash;

    /** @param hash is kept, because maps ask for it many times, and arguments might change or fail when asked again */
    CallKey(Object method, int hash) {
        this.method = method;
        this.hash = hash;
    }

    /** This key, independent of arrays that the caller may still change. */
    public abstract CallKey frozen();

    /** What distinguishes this call from others of its method. */
    public abstract List<Object> arguments();

    final Object method() {
        return method;
    }

    final boolean mayEqual(CallKey other) {
        return hash == other.hash && method == other.method;
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    static boolean same(Object a, Object b) {
        return a == b || a != null && b != null && (a.getClass().isArray() ? arraysSame(a, b) : a.equals(b));
    }

    private static boolean arraysSame(Object a, Object b) {
        return a.getClass() == b.getClass() && Arrays.deepEquals(new Object[] { a }, new Object[] { b });
    }

    static int hash(Object value) {
        if (value == null) {
            return 0;
        }
        return value.getClass().isArray() ? Arrays.deepHashCode(new Object[] { value }) : value.hashCode();
    }

    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (Object argument : arguments()) {
            text.add(text(argument));
        }
        return text.toString();
    }

    private static String text(Object argument) {
        if (argument == null || !argument.getClass().isArray()) {
            return String.valueOf(argument);
        }
        String inBrackets = Arrays.deepToString(new Object[] { argument });
        return inBrackets.substring(1, inBrackets.length() - 1);
    }
}
