package io.quarkiverse.usecache.it.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(WithToken.class)
class TagsTest {

    private static final List<String> HIT = List.of();
    private static final String BUSIEST = "/types/long-haul/customers";

    @BeforeEach
    void load() {
        Calls.revalidate("bookings-data").statusCode(200);
        Calls.load(Calls.SHORT, Calls.MEDIUM, Calls.LONG, Calls.STATISTICS, BUSIEST);
    }

    @Test
    void aSecondCallIsAHit() {
        assertEquals(HIT, Calls.executedBy(Calls.SHORT));
        assertEquals(HIT, Calls.executedBy(Calls.STATISTICS));
        assertEquals(HIT, Calls.executedBy(BUSIEST));
    }

    @Test
    void aTagDropsTheFunctionTaggedWithItAndNothingElse() {
        Calls.revalidate("bookings:short-haul").statusCode(200);
        assertEquals(List.of("byType(short-haul)"), Calls.executedBy(Calls.SHORT));
        assertEquals(HIT, Calls.executedBy(Calls.MEDIUM));
        assertEquals(HIT, Calls.executedBy(Calls.LONG));
        assertEquals(HIT, Calls.executedBy(Calls.STATISTICS));
        assertEquals(HIT, Calls.executedBy(BUSIEST));
    }

    @Test
    void severalTagsDropEachWhatTheyAreOn() {
        Calls.revalidate("bookings:short-haul", "bookings:long-haul").statusCode(200);
        assertEquals(List.of("byType(short-haul)"), Calls.executedBy(Calls.SHORT));
        assertEquals(HIT, Calls.executedBy(Calls.MEDIUM));
        assertEquals(List.of("byType(long-haul)"), Calls.executedBy(Calls.LONG));
    }

    @Test
    void oneOfSeveralTagsOfAFunctionIsEnough() {
        Calls.revalidate("bookings-data").statusCode(200);
        assertEquals(List.of("byType(short-haul)"), Calls.executedBy(Calls.SHORT));
        assertEquals(List.of("byType(medium-haul)"), Calls.executedBy(Calls.MEDIUM));
        assertEquals(List.of("busiest(long-haul)"), Calls.executedBy(BUSIEST));
    }

    @Test
    void aTagGivenTwiceCountsOnce() {
        Calls.revalidate("bookings:short-haul", "bookings:short-haul").statusCode(200);
        assertEquals(List.of("byType(short-haul)"), Calls.executedBy(Calls.SHORT));
        assertEquals(HIT, Calls.executedBy(Calls.SHORT));
    }

    @Test
    void aTagMadeFromDataDropsWhatShowsThatData() {
        String customer = Calls.get(Calls.LONG).getString("content[0].customerId");
        String customers = "/customers/" + customer + "/bookings";
        Calls.load(customers, "/customers/ABE/bookings");
        Calls.revalidate("customer:" + customer).statusCode(200);
        assertEquals(List.of("byType(long-haul)"), Calls.executedBy(Calls.LONG));
        assertEquals(List.of("byCustomer(" + customer + ")"), Calls.executedBy(customers));
        assertEquals(HIT, Calls.executedBy("/customers/ABE/bookings"));
        assertEquals(HIT, Calls.executedBy(Calls.STATISTICS));
    }

    @Test
    void aTagMadeFromDataThatArrivedLaterDropsIt() {
        String busiest = Calls.get(BUSIEST).getString("content[0].customerId");
        Calls.revalidate("customer:" + busiest).statusCode(200);
        assertEquals(List.of("busiest(long-haul)"), Calls.executedBy(BUSIEST));
        assertEquals(HIT, Calls.executedBy(BUSIEST));
    }

    @Test
    void aTagOfAnInnerCallDropsTheOuterAndThatInnerCallOnly() {
        Calls.revalidate("totals:medium-haul").statusCode(200);
        assertEquals(List.of("statistics()", "totals(medium-haul)"), Calls.executedBy(Calls.STATISTICS));
    }

    @Test
    void aTagOfTheOuterCallLeavesTheInnerCalls() {
        Calls.revalidate("statistics").statusCode(200);
        assertEquals(List.of("statistics()"), Calls.executedBy(Calls.STATISTICS));
    }

    @Test
    void aTagThatNobodyHasDropsNothing() {
        Calls.revalidate("bookings:SHORT-HAUL", "customer:nobody").statusCode(200);
        assertEquals(HIT, Calls.executedBy(Calls.SHORT));
        assertEquals(HIT, Calls.executedBy(Calls.STATISTICS));
    }
}
