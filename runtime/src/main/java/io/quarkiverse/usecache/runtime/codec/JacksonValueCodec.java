package io.quarkiverse.usecache.runtime.codec;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.quarkiverse.usecache.spi.ValueCodec;

/**
 * JSON as the application's {@code ObjectMapper} makes it, but for what would change values on the way: dates keep their zones,
 * and nothing is left out for being empty. JSON never names a class to make. A value of another class than the declared one is
 * refused, because it would come back as the declared one.
 */
public final class JacksonValueCodec implements ValueCodec {

    private static final byte[] NULL = {};

    private final ObjectMapper mapper;
    private final Map<JavaType, Boolean> readable = new ConcurrentHashMap<>();

    /** @param application the application's mapper, which stays as it is */
    public JacksonValueCodec(ObjectMapper application) {
        mapper = application.copy()
                .deactivateDefaultTyping()
                .setPolymorphicTypeValidator(new NoClassNames())
                .setSerializationInclusion(JsonInclude.Include.ALWAYS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(SerializationFeature.INDENT_OUTPUT);
    }

    /** {@code null} is no bytes at all, so that it differs from an empty {@code Optional}. */
    @Override
    public byte[] encode(Object value, Type type) throws IOException {
        if (value == null) {
            return NULL;
        }
        JavaType declared = mapper.constructType(type);
        DeclaredClasses.check(value, declared, mapper);
        byte[] json = mapper.writerFor(declared).writeValueAsBytes(value);
        if (!readable.containsKey(declared)) {
            mapper.readerFor(declared).readValue(json); // What cannot be read must not be written: others would try in vain.
            readable.put(declared, true);
        }
        return json;
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws IOException {
        return bytes.length == 0 ? null : mapper.readerFor(mapper.constructType(type)).readValue(bytes);
    }
}
