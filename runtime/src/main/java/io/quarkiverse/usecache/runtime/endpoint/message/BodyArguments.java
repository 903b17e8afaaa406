package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.ArrayList;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The fields of a JSON object. */
public final class BodyArguments implements Arguments {

    private final JsonObject body;

    public BodyArguments(JsonObject body) {
        this.body = body;
    }

    @Override
    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (Object tag : body.containsKey("tags") ? typed("tags", JsonArray.class, "an array of strings") : new JsonArray()) {
            tags.add(checked(tagField(tags.size()), tag, String.class, "a string"));
        }
        return tags;
    }

    @Override
    public String tagField(int index) {
        return "tags[" + index + "]";
    }

    @Override
    public String text(String field) {
        return body.containsKey(field) ? typed(field, String.class, "a string") : null;
    }

    @Override
    public boolean flag(String field) {
        return body.containsKey(field) && typed(field, Boolean.class, "true or false");
    }

    private <T> T typed(String field, Class<T> type, String expected) {
        return checked(field, body.getValue(field), type, expected);
    }

    private static <T> T checked(String field, Object value, Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw Problem.in(field, "The field [" + field + "] must be " + expected + ", but is " + kind(value) + ".");
        }
        return type.cast(value);
    }

    private static String kind(Object value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "an array";
        }
        return value == null || value instanceof Boolean ? String.valueOf(value)
                : value instanceof Number ? "a number" : "a string";
    }

    @Override
    public void allow(List<String> fields) {
        body.fieldNames().stream().filter(field -> !fields.contains(field)).findFirst().ifPresent(field -> {
            throw Problem.in(Shown.text(field),
                    "The field [" + Shown.text(field) + "] is not known. There are " + fields + ".");
        });
    }
}
