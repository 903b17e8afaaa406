package io.quarkiverse.usecache.it.bookings.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.Cache;

import io.quarkiverse.usecache.it.bookings.BookingTypes;
import io.quarkiverse.usecache.it.bookings.BookingView;
import io.quarkiverse.usecache.it.bookings.Bookings;
import io.quarkiverse.usecache.it.bookings.CustomerTotal;
import io.quarkiverse.usecache.it.bookings.Customers;
import io.smallrye.mutiny.Uni;

/** Bookings by type over HTTP. */
@Path("/types")
@Cache(noStore = true)
public class TypesResource {

    private final Bookings bookings;
    private final Customers customers;
    private final Answers answers;

    TypesResource(Bookings bookings, Customers customers, Answers answers) {
        this.bookings = bookings;
        this.customers = customers;
        this.answers = answers;
    }

    @GET
    public List<String> all() {
        return BookingTypes.ALL;
    }

    @GET
    @Path("/{type}/bookings")
    public Answer<List<BookingView>> bookings(String type) {
        String existing = BookingTypes.existing(type);
        return answers.to(() -> bookings.byType(existing));
    }

    @GET
    @Path("/{type}/customers")
    public Uni<Answer<List<CustomerTotal>>> busiest(String type) {
        String existing = BookingTypes.existing(type);
        return answers.toAsync(() -> customers.busiest(existing));
    }
}
