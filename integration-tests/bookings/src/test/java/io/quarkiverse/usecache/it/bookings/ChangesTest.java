package io.quarkiverse.usecache.it.bookings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What keeps the page of one person up to date with what another changes. */
@QuarkusTest
@TestProfile(WithToken.class)
@Timeout(60)
class ChangesTest {

    @TestHTTPResource("/q/use-cache/changes?tag=booking:1")
    URI changes;

    @Test
    void aChangedBookingIsToldAfterItsCommit() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(changes).header("Authorization", "Bearer " + WithToken.TOKEN).build();
        try (Stream<String> lines = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            Iterator<String> told = lines.iterator();
            told.next();
            Calls.update(2, 5, "EXPIRE").statusCode(200);
            Calls.update(1, 7, "EXPIRE").statusCode(200);

            assertTrue(dataOf(told).startsWith("data: {\"tag\":\"booking:1\",\"mode\":\"expire\""));
            assertTrue(Calls.executedBy("/bookings/1").contains("byId(1)"));
        }
    }

    private static String dataOf(Iterator<String> lines) {
        String line = lines.next();
        return line.startsWith("data: ") ? line : dataOf(lines);
    }
}
