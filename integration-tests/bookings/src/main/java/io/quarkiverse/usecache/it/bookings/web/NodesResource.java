package io.quarkiverse.usecache.it.bookings.web;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where all nodes of the demo are, if it runs on several. */
@Path("/nodes")
public class NodesResource {

    private final List<String> addresses;

    NodesResource(@ConfigProperty(name = "bookings.nodes") Optional<List<String>> addresses) {
        this.addresses = addresses.orElse(List.of());
    }

    @GET
    public List<String> all() {
        return addresses;
    }
}
