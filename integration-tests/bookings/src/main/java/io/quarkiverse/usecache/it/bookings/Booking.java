package io.quarkiverse.usecache.it.bookings;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;

/** A landing slot that a customer booked at another airport, for one flight. */
@Entity
public class Booking extends PanacheEntityBase {

    private static final Sort LATEST_FIRST = Sort.descending("departure", "id");

    @Id
    public Long id;
    /** One of {@link BookingTypes#ALL}. */
    public String type;
    @ManyToOne(fetch = FetchType.LAZY)
    public Customer customer;
    public String destination;
    public LocalDateTime departure;
    public int miles;
    /** In minutes; negative when early. */
    public int delay;

    static PanacheQuery<BookingView> ofType(String type) {
        return Booking.find("type", LATEST_FIRST, type).project(BookingView.class);
    }

    static PanacheQuery<BookingView> ofCustomer(String customerId) {
        return Booking.find("customer.id", LATEST_FIRST, customerId).project(BookingView.class);
    }
}
