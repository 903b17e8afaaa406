package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.List;

import io.vertx.core.MultiMap;

/** The parameters of the query. */
final class QueryArguments implements Arguments {

    private static final String TAG = "tag";

    private final MultiMap query;

    QueryArguments(MultiMap query) {
        this.query = query;
    }

    boolean isEmpty() {
        return query.isEmpty();
    }

    @Override
    public List<String> tags() {
        return query.getAll(TAG);
    }

    @Override
    public String tagField(int index) {
        return TAG;
    }

    @Override
    public String text(String field) {
        List<String> values = query.getAll(field);
        if (values.size() > 1) {
            throw Problem.in(field, "The parameter [" + field + "] is given more than once.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public boolean flag(String field) {
        String value = text(field);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Problem.in(field,
                    "The parameter [" + field + "] must be true or false, but is [" + Shown.text(value) + "].");
        }
        return "true".equals(value);
    }

    @Override
    public void allow(List<String> fields) {
        List<String> known = fields.stream().map(field -> field.equals("tags") ? TAG : field).toList();
        query.names().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.in(Shown.text(name),
                    "The parameter [" + Shown.text(name) + "] is not known. There are " + known + ".");
        });
    }
}
