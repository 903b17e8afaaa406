package io.quarkiverse.usecache.test.dev.reload;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.UseCache;

/** Its source is changed while it runs. */
@Path("changing")
public class ChangingResource {

    @GET
    @UseCache
    public String value() {
        return "old " + UUID.randomUUID();
    }
}
