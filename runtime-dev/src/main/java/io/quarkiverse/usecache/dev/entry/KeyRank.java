package io.quarkiverse.usecache.dev.entry;

import java.util.List;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.runtime.key.CallKey;

/** Orders keys by their arguments, 9 before 10; those with an argument that the platform cannot order, by their text. */
record KeyRank(List<?> arguments) implements Comparable<KeyRank> {

    static KeyRank of(CallKey key) {
        List<Object> arguments = key.arguments();
        for (Object argument : arguments) {
            if (argument != null && !isOrdered(argument)) {
                return new KeyRank(List.of(KeyText.of(key)));
            }
        }
        return new KeyRank(arguments);
    }

    /** The application's own types might fail, or change. */
    private static boolean isOrdered(Object argument) {
        return argument instanceof Comparable && argument.getClass().getClassLoader() == null;
    }

    @Override
    public int compareTo(KeyRank other) {
        int common = Math.min(arguments.size(), other.arguments.size());
        for (int i = 0; i < common; i++) {
            int order = compare(arguments.get(i), other.arguments.get(i));
            if (order != 0) {
                return order;
            }
        }
        return arguments.size() - other.arguments.size();
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.getClass() == other.getClass() ? ((Comparable<Object>) one).compareTo(other)
                : one.getClass().getName().compareTo(other.getClass().getName());
    }
}
