package org.acme.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.junit.QuarkusTest;

/** Builds an application of all examples, so that their annotations and templates are checked, and runs README's. */
@QuarkusTest
class ExamplesTest {

    private static final long CUSTOMER = 7;
    private static final long OTHER_CUSTOMER = 8;

    @Inject
    Bookings bookings;

    @Inject
    BookingRepository repository;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void cacheBothCustomers() {
        tagCache.clearAll();
        bookings.save(booking(1, CUSTOMER, "Seaview"));
        bookings.save(booking(2, OTHER_CUSTOMER, "Hilltop"));
        bookings.of(CUSTOMER);
        bookings.of(OTHER_CUSTOMER);
    }

    @Test
    void aCachedResultIsNotLoadedAgain() {
        assertThat(queriesOf(CUSTOMER)).isZero();
    }

    @Test
    void savingDropsTheResultsOfThatCustomerOnly() {
        bookings.save(booking(3, CUSTOMER, "Parkside"));
        assertThat(queriesOf(CUSTOMER)).isOne();
        assertThat(bookings.of(CUSTOMER)).hasSize(2);
        assertThat(queriesOf(OTHER_CUSTOMER)).isZero();
    }

    @Test
    void aTagMadeFromTheDataDropsTheResultsThatHaveIt() {
        tagCache.revalidateTag("hotel:Seaview");
        assertThat(queriesOf(CUSTOMER)).isOne();
        assertThat(queriesOf(OTHER_CUSTOMER)).isZero();
    }

    @Test
    void aSharedTagDropsAll() {
        tagCache.revalidateTag("bookings-data");
        assertThat(queriesOf(CUSTOMER)).isOne();
        assertThat(queriesOf(OTHER_CUSTOMER)).isOne();
    }

    private int queriesOf(long customer) {
        int before = repository.queries();
        bookings.of(customer);
        return repository.queries() - before;
    }

    private static Booking booking(long id, long customer, String hotel) {
        return new Booking(id, customer, hotel, LocalDate.of(2030, 5, 1));
    }
}
