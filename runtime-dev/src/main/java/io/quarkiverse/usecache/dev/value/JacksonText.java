package io.quarkiverse.usecache.dev.value;

import java.io.IOException;
import java.io.Writer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

/** JSON as the application's own {@link ObjectMapper} writes it. It is a bean where the application has Jackson. */
@Singleton
public class JacksonText implements ValueText {

    private final ObjectWriter writer;

    @Inject
    JacksonText(ObjectMapper mapper) {
        this.writer = mapper.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    @Override
    public void write(Object value, Writer out) throws IOException {
        writer.writeValue(out, value);
    }
}
