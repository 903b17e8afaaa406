package io.quarkiverse.usecache.it.bookings.web;

import java.util.NoSuchElementException;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.Cache;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.it.bookings.BookingView;
import io.quarkiverse.usecache.it.bookings.Bookings;

/** One booking over HTTP. */
@Path("/bookings/{id}")
@Cache(noStore = true)
public class BookingsResource {

    private final Bookings bookings;
    private final Answers answers;

    BookingsResource(Bookings bookings, Answers answers) {
        this.bookings = bookings;
        this.answers = answers;
    }

    @GET
    public Answer<BookingView> byId(long id) {
        return answers.to(() -> bookings.byId(id)
                .orElseThrow(() -> new NoSuchElementException("There is no booking [" + id + "].")));
    }

    @PATCH
    public Answer<BookingView> update(long id, @QueryParam("mode") @DefaultValue("EXPIRE") RevalidationMode mode,
            Change change) {
        if (change == null || change.delay() == null) {
            throw new BadRequestException("Send the new delay in minutes: {\"delay\": 15}");
        }
        return answers.to(() -> switch (mode) {
            case EXPIRE -> bookings.update(id, change.delay());
            case STALE -> bookings.updateLater(id, change.delay());
        });
    }

    /** What can be changed of a booking: by how many minutes it is late. */
    public record Change(Integer delay) {
    }
}
