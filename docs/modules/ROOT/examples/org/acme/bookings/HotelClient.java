package org.acme.bookings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheKey;

// tag::client[]
@Path("hotels/{code}")
@RegisterRestClient(configKey = "hotels")
public interface HotelClient {

    @GET
    @UseCache
    @CacheLife("hours")
    @CacheTag("hotel:{code}")
    String name(@CacheKey @PathParam("code") String code, @HeaderParam("X-Trace") String trace); // <1>

    @PUT
    @RevalidateTag("hotel:{code}") // <2>
    void rename(@PathParam("code") String code, String name);
}
// end::client[]
