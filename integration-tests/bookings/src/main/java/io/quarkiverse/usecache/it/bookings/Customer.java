package io.quarkiverse.usecache.it.bookings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A customer: the airport that a flight departs from. */
@Entity
public class Customer extends PanacheEntityBase {

    /** The airport's IATA code. */
    @Id
    public String id;
    public String name;
    public String city;
    public String state;
}
