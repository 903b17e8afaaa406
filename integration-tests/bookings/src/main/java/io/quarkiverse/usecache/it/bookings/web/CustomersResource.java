package io.quarkiverse.usecache.it.bookings.web;

import java.util.List;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.Cache;

import io.quarkiverse.usecache.it.bookings.BookingView;
import io.quarkiverse.usecache.it.bookings.Bookings;
import io.quarkiverse.usecache.it.bookings.CustomerView;
import io.quarkiverse.usecache.it.bookings.Customers;

/** Customers and their bookings over HTTP. */
@Path("/customers")
@Cache(noStore = true)
public class CustomersResource {

    private final Bookings bookings;
    private final Customers customers;
    private final Answers answers;

    CustomersResource(Bookings bookings, Customers customers, Answers answers) {
        this.bookings = bookings;
        this.customers = customers;
        this.answers = answers;
    }

    @GET
    public Answer<List<CustomerView>> all() {
        return answers.to(customers::all);
    }

    @GET
    @Path("/{id}/bookings")
    public Answer<List<BookingView>> bookings(String id) {
        return answers.to(() -> bookings.byCustomer(id));
    }

    @PATCH
    @Path("/{id}")
    public Answer<CustomerView> rename(String id, Change change) {
        if (change == null || change.name() == null || change.name().isBlank()) {
            throw new BadRequestException("Send the new name: {\"name\": \"Logan\"}");
        }
        return answers.to(() -> customers.rename(id, change.name()));
    }

    /** What can be changed of a customer: the name. */
    public record Change(String name) {
    }
}
