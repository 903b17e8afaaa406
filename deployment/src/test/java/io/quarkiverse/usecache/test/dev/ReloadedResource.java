package io.quarkiverse.usecache.test.dev;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.fill.CachedMethods;

/** Its source is changed while it runs. */
@Path("reloaded")
public class ReloadedResource {

    @Inject
    CachedMethods methods;

    @GET
    public String get() {
        remember();
        return first(1);
    }

    @UseCache
    @CacheTag("first:{number}")
    String first(int number) {
        return "first " + UUID.randomUUID();
    }

    // more

    /** In a place that outlives the application: which instances of the application's cache there have been. */
    @SuppressWarnings("unchecked")
    private void remember() {
        List<WeakReference<Object>> instances = (List<WeakReference<Object>>) System.getProperties().get("reloaded");
        if (instances != null) {
            instances.add(new WeakReference<>(methods));
        }
    }
}
