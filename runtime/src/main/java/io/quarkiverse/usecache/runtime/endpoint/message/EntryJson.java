package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.Locale;

import io.quarkiverse.usecache.runtime.view.CacheView.EntrySummary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Shows an entry. */
public final class EntryJson {

    private EntryJson() {
    }

    /** Which entry it is. */
    public static JsonObject key(EntrySummary entry) {
        return new JsonObject().put("cache", entry.cache()).put("function", entry.function()).put("key", entry.key());
    }

    public static JsonObject entry(EntrySummary entry, boolean withValue) {
        JsonObject json = key(entry).put("tags", new JsonArray(entry.tags()))
                .put("state", entry.state().name().toLowerCase(Locale.ROOT))
                .put("ageMillis", entry.ageMillis()).put("staleMillis", entry.staleMillis())
                .put("revalidateMillis", entry.revalidateMillis()).put("expireMillis", entry.expireMillis());
        return withValue ? json.put("value", ShownValue.of(entry.value())) : json;
    }
}
