package io.quarkiverse.usecache.test.endpoint;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** Something to revalidate. */
@Path("/shop")
@ApplicationScoped
public class Shop {

    public static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @GET
    @Path("/{topic}")
    @UseCache("shop")
    @CacheLife("hours")
    @CacheTag({ "books", "books:{topic}" })
    public List<String> books(String topic) {
        EXECUTIONS.incrementAndGet();
        return List.of(topic + "-1", topic + "-2");
    }

    @UseCache("prices")
    @CacheTag("prices")
    public int price() {
        return EXECUTIONS.incrementAndGet();
    }
}
