package io.quarkiverse.usecache.test.dev.reload;

import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.method.CachedMethods;

/** Its source is changed while it runs. */
@Path("reloaded")
public class ReloadedResource {

    @Inject
    CachedMethods methods;

    @GET
    public String get() {
        remember();
        first(1);
        return first(1);
    }

    @UseCache
    @CacheTag("first:{number}")
    String first(int number) {
        return "first " + UUID.randomUUID();
    }

    // more

    /** In a place that outlives the application. */
    @SuppressWarnings("unchecked")
    private void remember() {
        Object test = System.getProperties().get("reloaded");
        if (test != null) {
            ((BiConsumer<Object, ClassLoader>) test).accept(methods, ReloadedResource.class.getClassLoader());
        }
    }
}
