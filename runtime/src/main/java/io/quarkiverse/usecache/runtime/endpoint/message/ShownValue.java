package io.quarkiverse.usecache.runtime.endpoint.message;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.EncodeException;
import io.vertx.core.json.Json;

/** Shows a cached value: as JSON made by the application's mapper if that is possible and short, else as its text. */
final class ShownValue {

    private static final int MAXIMUM_JSON = 10_000;
    private static final int MAXIMUM_TEXT = 1_000;

    private ShownValue() {
    }

    static Object of(Object value) {
        try {
            String json = Json.CODEC.toString(value);
            return json.length() <= MAXIMUM_JSON ? Json.CODEC.fromString(json, Object.class) : shortened(json);
        } catch (EncodeException | DecodeException | StackOverflowError e) {
            return text(value);
        }
    }

    /** Classes of the application may fail to tell their text, for instance by running in circles. */
    private static String text(Object value) {
        try {
            return shortened(String.valueOf(value));
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getName() + ", whose toString() fails: " + e.getClass().getName();
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAXIMUM_TEXT ? text : text.substring(0, MAXIMUM_TEXT) + "...";
    }
}
