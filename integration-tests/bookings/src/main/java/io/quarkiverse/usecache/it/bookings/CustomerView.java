package io.quarkiverse.usecache.it.bookings;

/** What is cached and shown of a customer. */
public record CustomerView(String id, String name, String city, String state) {

    static CustomerView of(Customer customer) {
        return new CustomerView(customer.id, customer.name, customer.city, customer.state);
    }
}
