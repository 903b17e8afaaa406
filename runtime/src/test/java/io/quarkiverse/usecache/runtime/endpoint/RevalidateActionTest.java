package io.quarkiverse.usecache.runtime.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.endpoint.message.BodyArguments;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryPage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@Timeout(30)
class RevalidateActionTest {

    private final AtomicInteger walks = new AtomicInteger();
    private final RevalidateAction action = new RevalidateAction(
            proxy(TagCache.class,
                    () -> Uni.createFrom().item(new Revalidation(List.of("a"), RevalidationMode.EXPIRE, 1, true, "local-1"))),
            proxy(CacheView.class, () -> {
                walks.incrementAndGet();
                return new EntryPage(3, List.of());
            }));

    @Test
    void aRevalidationDoesNotWalkTheEntries() {
        assertThat(perform(new JsonObject()).containsKey("entries")).isFalse();
        assertThat(perform(new JsonObject().put("count", false)).containsKey("entries")).isFalse();
        assertThat(walks).hasValue(0);
    }

    @Test
    void theEntriesAreCountedOnDemand() {
        assertThat(perform(new JsonObject().put("count", true)).getInteger("entries")).isEqualTo(3);
        assertThat(perform(new JsonObject().put("dryRun", true)).getInteger("entries")).isEqualTo(3);
        assertThat(walks).hasValue(2);
    }

    private JsonObject perform(JsonObject request) {
        return action.perform(new BodyArguments(request.put("tags", new JsonArray().add("a")))).result().body();
    }

    private interface Answering {
        Object answer();
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> answering.answer()));
    }
}
