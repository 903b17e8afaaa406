package io.quarkiverse.usecache.runtime.endpoint.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
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
        try (JsonParser parser = StrictJson.parser(text)) {
            return JacksonCodec.fromParser(parser, Object.class);
        } catch (DecodeException e) {
            throw invalid(e.getCause());
        } catch (IOException e) {
            throw invalid(e);
        }
    }

    private static Problem invalid(Throwable cause) {
        JsonLocation place = cause instanceof JsonProcessingException failure ? failure.getLocation() : null;
        return Problem.of(400, "The body is not valid JSON" + (place == null ? ""
                : ": see line " + place.getLineNr() + ", column " + place.getColumnNr()) + ". Each name may be there once, "
                + "and there may be neither comments nor halves of surrogate pairs.");
    }
}
