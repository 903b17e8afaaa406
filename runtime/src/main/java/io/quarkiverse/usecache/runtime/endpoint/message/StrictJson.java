package io.quarkiverse.usecache.runtime.endpoint.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;

/**
 * Reads JSON that can be understood in one way only. Vert.x accepts comments, takes the last of several fields with one name,
 * and makes text of half a character.
 */
final class StrictJson extends JsonParserDelegate {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson(JsonParser parser) {
        super(parser);
    }

    static JsonParser parser(String text) throws IOException {
        return new StrictJson(FACTORY.createParser(text));
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME)
                && !StandardCharsets.UTF_8.newEncoder().canEncode(getText())) {
            throw new JsonParseException(this, "half of a surrogate pair");
        }
        return token;
    }
}
