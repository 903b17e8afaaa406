package org.acme.bookings;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

// tag::resource[]
@Path("/bookings")
public class BookingResource {

    @Inject
    Bookings bookings;

    @GET
    @Path("{customerId}")
    public List<Booking> of(long customerId) {
        return bookings.of(customerId);
    }

    @POST
    public void save(Booking booking) {
        bookings.save(booking);
    }
}
// end::resource[]
