package io.quarkiverse.usecache.runtime.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Finds values of another class than the one that is declared for them, of which JSON would keep only what the declared one
 * has:
 * the value itself, and what is in collections, maps, arrays and optionals.
 */
final class DeclaredClasses {

    private final ObjectMapper mapper;

    private DeclaredClasses(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static void check(Object value, JavaType declared, ObjectMapper mapper) {
        new DeclaredClasses(mapper).check(value, declared);
    }

    private void check(Object value, JavaType declared) {
        if (value == null) {
            return;
        }
        if (declared.getContentType() != null) {
            contents(value).forEach(each -> check(each, declared.getContentType()));
        } else if (isOther(value, declared.getRawClass()) && !isTypedByName(declared)) {
            throw new IllegalArgumentException("A " + value.getClass().getName() + " would come back as "
                    + declared.getRawClass().getName() + ". Declare its own class, or name the subtypes with @JsonTypeInfo and "
                    + "@JsonSubTypes");
        }
    }

    private static Collection<?> contents(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().toList();
        }
        return value instanceof Object[] array ? Arrays.asList(array) : List.of();
    }

    /** Classes of the JDK stand for their own hidden subclasses, such as those of {@code ZoneId}. */
    private static boolean isOther(Object value, Class<?> declared) {
        boolean isOwn = value.getClass() == declared || declared.isPrimitive() || value instanceof Enum<?>;
        boolean isHidden = declared.getName().startsWith("java.") && declared != Object.class && declared != Number.class;
        return !isOwn && !isHidden;
    }

    private boolean isTypedByName(JavaType declared) {
        DeserializationConfig config = mapper.getDeserializationConfig();
        return config.getAnnotationIntrospector().findPolymorphicTypeInfo(config,
                config.introspectClassAnnotations(declared).getClassInfo()) != null;
    }
}
