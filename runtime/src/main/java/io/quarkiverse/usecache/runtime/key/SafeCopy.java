package io.quarkiverse.usecache.runtime.key;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Copies arrays and the platform's collections, nested ones too, so that a caller may go on changing what it passed as an
 * argument. A copy can be passed wherever its original could. Values of other types are taken as they are.
 */
public final class SafeCopy {

    private SafeCopy() {
    }

    /** A new array with a copy of each value. */
    public static Object[] ofAll(Object[] values) {
        Object[] copies = values.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = of(copies[i]);
        }
        return copies;
    }

    /** A copy that the value's owner cannot change any more, or the value itself. */
    public static Object of(Object value) {
        try {
            return copy(value);
        } catch (StackOverflowError e) {
            return value; // It contains itself.
        }
    }

    private static Object copy(Object value) {
        if (Immutable.is(value)) {
            return value;
        }
        if (value.getClass().isArray()) {
            return ofArray(value);
        }
        return isOfPlatform(value) ? ofPlatform(value) : value;
    }

    /** Whether nobody can change the value, or what {@link #of} makes of it. */
    public static boolean covers(Object value) {
        try {
            return isCovered(value);
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static boolean isCovered(Object value) {
        if (Immutable.is(value)) {
            return true;
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).allMatch(SafeCopy::isCovered);
        }
        if (value.getClass().isArray()) {
            return true;
        }
        return isOfPlatform(value) && copy(value) != value && elements(value).allMatch(SafeCopy::isCovered);
    }

    private static Stream<?> elements(Object value) {
        return value instanceof Map<?, ?> map ? Stream.concat(map.keySet().stream(), map.values().stream())
                : value instanceof Collection<?> collection ? collection.stream() : Stream.empty();
    }

    private static boolean isOfPlatform(Object value) {
        return value.getClass().getName().startsWith("java.util.");
    }

    private static Object ofArray(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        if (copy instanceof Object[] elements) {
            for (int i = 0; i < length; i++) {
                elements[i] = copy(elements[i]);
            }
        }
        return copy;
    }

    /** A parameter may be declared as one of these classes, so that the copy has the same. */
    private static Object ofPlatform(Object value) {
        Class<?> type = value.getClass();
        if (type == ArrayList.class) {
            return copied((Collection<?>) value, new ArrayList<>());
        } else if (type == LinkedList.class) {
            return copied((Collection<?>) value, new LinkedList<>());
        } else if (type == LinkedHashSet.class) {
            return copied((Collection<?>) value, new LinkedHashSet<>());
        } else if (type == HashSet.class) {
            return copied((Collection<?>) value, new HashSet<>());
        } else if (type == LinkedHashMap.class) {
            return copied((Map<?, ?>) value, new LinkedHashMap<>());
        } else if (type == HashMap.class) {
            return copied((Map<?, ?>) value, new HashMap<>());
        }
        return Modifier.isPublic(type.getModifiers()) ? ofNamed(value) : ofUnnamed(value);
    }

    /** The elements of these are immutable nearly always. */
    private static Object ofNamed(Object value) {
        if (value instanceof TreeSet<?> set) {
            return set.clone();
        } else if (value instanceof TreeMap<?, ?> map) {
            return map.clone();
        } else if (value instanceof EnumMap<?, ?> map) {
            return map.clone();
        }
        return value.getClass() == Date.class ? ((Date) value).clone() : value;
    }

    /** Parameters cannot be declared as a class that is not public: a copy of the same interface will do. */
    private static Object ofUnnamed(Object value) {
        if (value instanceof EnumSet<?> set) {
            return set.clone();
        } else if (value instanceof SortedSet<?> || value instanceof SortedMap<?, ?>) {
            return value;
        } else if (value instanceof List<?> list) {
            return Collections.unmodifiableList((List<?>) copied(list, new ArrayList<>(list.size())));
        } else if (value instanceof Set<?> set) {
            return Collections.unmodifiableSet((Set<?>) copied(set, new LinkedHashSet<>()));
        } else if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap((Map<?, ?>) copied(map, new LinkedHashMap<>()));
        }
        return value;
    }

    private static Collection<Object> copied(Collection<?> original, Collection<Object> copy) {
        Arrays.stream(original.toArray()).map(SafeCopy::copy).forEach(copy::add);
        return copy;
    }

    private static Map<Object, Object> copied(Map<?, ?> original, Map<Object, Object> copy) {
        original.forEach((key, value) -> copy.put(copy(key), copy(value)));
        return copy;
    }
}
