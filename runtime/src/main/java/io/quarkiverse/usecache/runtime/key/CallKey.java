package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.usecache.runtime.method.MethodId;

/**
 * The key of a call: the method, by its name, and what distinguishes its calls. Arrays compare by content. The forms that can
 * be found again are {@link Comparable}, so that keys whose hashes collide on purpose are still found quickly.
 */
public abstract sealed class CallKey permits SingleKey, CompositeKey, NoKey {

    private final MethodId method;
    private final int hash;

    /** @param hash is kept, because maps ask for it many times, and arguments might change or fail when asked again */
    CallKey(MethodId method, int hash) {
        this.method = method;
        this.hash = hash;
    }

    /** This key, made of copies of the arrays and collections that the caller may still change. */
    public abstract CallKey frozen();

    /** What distinguishes this call from others of its method. */
    public abstract List<Object> arguments();

    public final MethodId method() {
        return method;
    }

    final boolean mayEqual(CallKey other) {
        return hash == other.hash && ofSameMethod(other);
    }

    final boolean ofSameMethod(CallKey other) {
        return method == other.method || method.equals(other.method);
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

    /**
     * A text that equal keys of all class loaders and nodes have in common, and no other key; empty if the arguments are not
     * all of types for which there is one.
     */
    public final Optional<String> stableText() {
        return StableText.of(method, arguments());
    }

    /** For people: short, on one line, whatever the arguments' own {@code toString} does. */
    @Override
    public final String toString() {
        return ShownArguments.of(arguments());
    }
}
