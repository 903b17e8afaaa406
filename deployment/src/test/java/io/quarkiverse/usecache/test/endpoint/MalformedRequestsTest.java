package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/**
 * Requests with wrong lengths, chunks and encodings are refused or cut off, and nothing of theirs stays or is logged as an
 * error. The system properties {@code usecache.requests.seed} and {@code usecache.requests} count here too.
 */
@Timeout(60)
class MalformedRequestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, MalformedRequests.class, RawHttp.class))
            .overrideConfigKey("quarkus.http.enable-compression", "true")
            .overrideConfigKey("quarkus.http.enable-decompression", "true")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.SEVERE.intValue())
            .assertLogRecords(records -> assertThat(records).extracting(record -> record.getMessage()).isEmpty());

    private static final long SEED = Long.getLong("usecache.requests.seed", 1);
    private static final int REQUESTS = Integer.getInteger("usecache.requests", 500);

    @Inject
    Shop shop;

    @Test
    void everyRequestIsAnsweredOrCutOffAndDoesNoHarm() throws IOException {
        shop.books("java");
        Shop.EXECUTIONS.set(0);
        Set<String> statuses = new TreeSet<>();
        MalformedRequests requests = new MalformedRequests(SEED);
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = requests.get();
            String text = "request " + i + " of seed " + SEED + ": " + new String(request, StandardCharsets.ISO_8859_1);
            String answer = RawHttp.answerToTheLast(request);
            assertThat(answer).as(text).matches("(?s)|HTTP/1\\.[01] [1-4]\\d\\d .*").doesNotContain("HTTP/1.1 5");
            statuses.add(answer.isEmpty() ? "none" : answer.substring(9, 12));
            shop.books("java");
            assertThat(Shop.EXECUTIONS).as(text).hasValue(0);
        }
        assertThat(statuses).as("statuses").contains("200", "400", "413");
        given().queryParam("tag", "books").post("/q/use-cache/revalidate").then().statusCode(200);
        System.out.printf("Requests: %d malformed from seed %d, answered with %s%n", REQUESTS, SEED, statuses);
    }
}
