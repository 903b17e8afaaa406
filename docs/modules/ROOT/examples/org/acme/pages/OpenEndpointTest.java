package org.acme.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.acme.bookings.Booking;
import org.acme.bookings.Bookings;
import org.acme.bookings.Hotels;
import org.acme.bookings.Hotels.Hotel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkiverse.usecache.test.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Sends the requests of the pages to an application with the properties of the pages, and compares the answers. */
@QuarkusTest
@TestProfile(OpenEndpointTest.AsTheyStand.class)
@ClearCaches
@Timeout(60)
class OpenEndpointTest {

    private static final Page ENDPOINT = Page.named("http-endpoint.adoc");
    private static final Page HEADERS = Page.named("send-cache-headers.adoc");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URL base;

    @Inject
    Bookings bookings;

    @Inject
    Hotels hotels;

    @Inject
    TestClock clock;

    Shell shell;

    @BeforeEach
    void cache() {
        shell = new Shell(base.getAuthority(), Map.of());
        bookings.save(new Booking(1, 7, "Seaview", LocalDate.of(2030, 5, 1)));
        bookings.of(7);
        hotels.save(new Hotel("SEA", "Seaview", "Bonn"));
        hotels.byCode("SEA");
    }

    @Test
    void whatCurlSendsIsDone() throws Exception {
        for (String block : Page.named("revalidate.adoc").blocks("bash")) {
            assertThat(shell.run(block)).contains("\"revalidated\":true");
        }
        assertShape(ENDPOINT.section("HTTP endpoint").blocks("json").get(0), shell.run(ENDPOINT.blocks("bash").get(0)));
        assertThat(shell.run(ENDPOINT.section("`POST revalidate`").blocks("bash").get(0))).contains("\"mode\":\"stale\"");
    }

    @Test
    void changesAreTold() throws Exception {
        assertThat(shell.watch(ENDPOINT.section("`GET changes`").blocks("bash").get(0))).startsWith("id: ");
    }

    @Test
    void bodiesAndAnswersAreThoseOfThePage() throws Exception {
        List<String> revalidate = ENDPOINT.section("`POST revalidate`").blocks("json");
        assertThat(post("revalidate", revalidate.get(0)).statusCode()).isEqualTo(200);
        assertShape(revalidate.get(1), post("revalidate", "{\"tags\":[\"hotel:SEA\"],\"dryRun\":true}").body());
        assertShape(only("`GET caches`"), get("q/use-cache/caches").body());
        assertShape(only("`GET tags`"), get("q/use-cache/tags?q=hotel:SEA&limit=1").body());
        assertShape(only("`GET entries`"), get("q/use-cache/entries?limit=1").body());
        assertShape(only("`POST clear`"), post("clear", "{\"cache\":\"default\"}").body());
    }

    @Test
    void anErrorIsThatOfThePageWordByWord() throws Exception {
        String error = post("revalidate", "{\"tags\":[\"a\"],\"mode\":\"soft\"}").body();
        assertThat(JSON.readTree(error)).isEqualTo(JSON.readTree(only("Errors")));
    }

    @Test
    void headersAreThoseOfThePage() throws Exception {
        clock.stop();
        bookings.save(new Booking(1, 7, "Seaview", LocalDate.of(2030, 5, 1)));
        List<String> lines = HEADERS.blocks("http").get(0).lines().toList();
        var answer = get(lines.get(0).replaceFirst("GET /", ""));
        lines.stream().skip(3).map(line -> line.split(": ", 2)).forEach(header -> {
            String value = answer.headers().firstValue(header[0]).orElseThrow();
            assertThat(value).as(header[0]).hasSameSizeAs(header[1]);
            if (!header[0].equals("ETag")) {
                assertThat(value).as(header[0]).isEqualTo(header[1]);
            }
        });
    }

    private static String only(String section) {
        return ENDPOINT.section(section).blocks("json").get(0);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String operation, String body) throws IOException, InterruptedException {
        return send(request("q/use-cache/" + operation).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertShape(String page, String answer) throws IOException {
        assertThat(shape(JSON.readTree(answer), "", new TreeSet<>())).as(answer)
                .isEqualTo(shape(JSON.readTree(page), "", new TreeSet<>()));
    }

    /** The names of all fields, with those they are in. */
    private static Set<String> shape(JsonNode node, String place, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(place + field.getKey());
            shape(field.getValue(), place + field.getKey() + ".", names);
        });
        node.elements().forEachRemaining(element -> {
            if (node.isArray()) {
                shape(element, place, names);
            }
        });
        return names;
    }

    public static class AsTheyStand implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> properties = new HashMap<>(ENDPOINT.section("`GET changes`").properties());
            properties.put("quarkus.use-cache.http.headers", HEADERS.properties().get("quarkus.use-cache.http.headers"));
            // It would be asked instead of the property that the page sets.
            properties.put("quarkus.arc.exclude-types", "org.acme.watch.OwnBookings");
            return properties;
        }
    }
}
