package io.quarkiverse.usecache.runtime.endpoint.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;

/** JSON that is the same whatever the application's {@code ObjectMapper} is told. */
public final class JsonText {

    private static final JacksonCodec CODEC = new JacksonCodec();

    private JsonText() {
    }

    public static String text(JsonObject object) {
        return CODEC.toString(object, false);
    }

    public static JsonObject object(Buffer body) {
        if (parsed(utf8(body)) instanceof JsonObject object) {
            return object;
        }
        throw Problem.of(400, "The body must be a JSON object, such as {\"tags\":[\"a\"]}.");
    }

    private static String utf8(Buffer body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "The body is not in UTF-8, as JSON must be.");
        }
    }

    private static Object parsed(String text) {
        try {
            return CODEC.fromString(text, Object.class);
        } catch (DecodeException e) {
            throw Problem.of(400, "The body is not valid JSON" + place(e) + ".");
        }
    }

    private static String place(DecodeException e) {
        JsonLocation location = e.getCause() instanceof JsonProcessingException cause ? cause.getLocation() : null;
        return location == null ? "" : ": see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
