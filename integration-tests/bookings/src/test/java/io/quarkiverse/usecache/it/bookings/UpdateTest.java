package io.quarkiverse.usecache.it.bookings;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@TestProfile(WithToken.class)
class UpdateTest {

    private static final List<String> HIT = List.of();
    private static final String FIRST_DELAY = "content[0].delay";

    private long booking;
    private int delay;

    @BeforeEach
    void load() {
        Calls.revalidate("bookings-data").statusCode(200);
        Calls.load(Calls.SHORT, Calls.MEDIUM, Calls.STATISTICS);
        JsonPath longHaul = Calls.get(Calls.LONG);
        booking = longHaul.getLong("content[0].id");
        delay = longHaul.getInt(FIRST_DELAY);
        Calls.load("/bookings/" + booking, "/bookings/1");
    }

    @Test
    void anUpdateDropsWhatShowsTheBookingAndNothingElse() {
        Calls.update(booking, delay + 5, "EXPIRE").statusCode(200);

        JsonPath updated = Calls.get(Calls.LONG);
        assertEquals(List.of("byType(long-haul)"), updated.getList("executed"));
        assertEquals(delay + 5, updated.getInt(FIRST_DELAY));
        assertEquals(List.of("byId(" + booking + ")"), Calls.executedBy("/bookings/" + booking));
        assertEquals(List.of("statistics()", "totals(long-haul)"), Calls.executedBy(Calls.STATISTICS));
        assertEquals(HIT, Calls.executedBy("/bookings/1"));
        assertEquals(HIT, Calls.executedBy(Calls.SHORT));
        assertEquals(HIT, Calls.executedBy(Calls.MEDIUM));
    }

    @Test
    void anUpdateOfABookingThatNoListShowsLeavesTheLists() {
        Calls.update(1, 70, "EXPIRE").statusCode(200);

        assertEquals(HIT, Calls.executedBy(Calls.LONG));
        assertEquals(List.of("byId(1)"), Calls.executedBy("/bookings/1"));
        assertEquals(List.of("statistics()", "totals(long-haul)"), Calls.executedBy(Calls.STATISTICS));
    }

    @Test
    void aStaleUpdateServesTheOldValueOnceMoreAndRefreshesBehindIt() {
        long before = Calls.executionsOf("byType(long-haul)");
        Calls.update(booking, delay + 5, "STALE").statusCode(200);

        JsonPath old = Calls.get(Calls.LONG);
        assertEquals(HIT, old.getList("executed"));
        assertEquals(delay, old.getInt(FIRST_DELAY));
        await().until(() -> Calls.get(Calls.LONG).getInt(FIRST_DELAY) == delay + 5);
        assertEquals(before + 1, Calls.executionsOf("byType(long-haul)"));
        assertEquals(HIT, Calls.executedBy(Calls.SHORT));
    }

    @Test
    void anUpdateThatFailsDropsNothing() {
        Calls.update(10001, 5, "EXPIRE").statusCode(404);

        assertEquals(HIT, Calls.executedBy(Calls.LONG));
        assertEquals(HIT, Calls.executedBy(Calls.STATISTICS));
    }

    @Test
    void renamingACustomerDropsEveryListThatShowsIt() {
        String customer = Calls.get(Calls.LONG).getString("content[0].customerId");
        String own = "/customers/" + customer + "/bookings";
        Calls.load(own, "/customers/ABE/bookings", "/customers");

        Calls.rename(customer, "Renamed " + customer);

        assertEquals("Renamed " + customer, Calls.get(Calls.LONG).getString("content[0].customerName"));
        assertEquals(List.of("byCustomer(" + customer + ")"), Calls.executedBy(own));
        assertEquals(List.of("all()"), Calls.executedBy("/customers"));
        assertEquals(HIT, Calls.executedBy("/customers/ABE/bookings"));
        assertEquals(HIT, Calls.executedBy(Calls.STATISTICS));
    }
}
