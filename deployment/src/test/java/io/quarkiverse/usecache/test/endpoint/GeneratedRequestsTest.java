package io.quarkiverse.usecache.test.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/**
 * Whatever is sent, the endpoint answers, never with a 5xx, and what was not asked for stays. The system properties
 * {@code usecache.requests.seed} and {@code usecache.requests} set the seed and how many requests are sent.
 */
@Timeout(60)
class GeneratedRequestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, GeneratedRequests.class, RawHttp.class));

    private static final long SEED = Long.getLong("usecache.requests.seed", 1);
    private static final int REQUESTS = Integer.getInteger("usecache.requests", 2_000);

    @Inject
    Shop shop;

    @Test
    void everyRequestIsAnsweredAndDoesNoHarm() throws IOException {
        shop.books("java");
        Shop.EXECUTIONS.set(0);
        Set<String> statuses = new TreeSet<>();
        GeneratedRequests requests = new GeneratedRequests(SEED);
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = requests.get();
            String text = "request " + i + " of seed " + SEED + ": " + new String(request, StandardCharsets.UTF_8);
            String answer = RawHttp.answer(request);
            assertThat(answer).as(text).matches("(?s)HTTP/1\\.1 [1-4]\\d\\d .*");
            statuses.add(answer.substring(9, 12));
            shop.books("java");
            assertThat(Shop.EXECUTIONS).as(text).hasValue(0);
        }
        assertThat(statuses).as("statuses").contains("200", "400", "404", "405", "415");
        System.out.printf("Requests: %d generated from seed %d, answered with %s%n", REQUESTS, SEED, statuses);
    }
}
