package io.quarkiverse.usecache.test.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.endpoint.RawHttp;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;

/** Of all values of the header {@code Authorization}, only the token after {@code Bearer} opens the endpoint. */
@Timeout(60)
class GeneratedCredentialsTest {

    private static final String TOKEN = "a-token-of-32-characters-0123456";
    private static final Pattern OPENS = Pattern.compile("(?i:bearer) [ \t]*" + TOKEN + "[ \t]*");
    private static final String[] PIECES = { "Bearer ", "Bearer ", "bearer ", "Bearer", "Basic ", " ", "\t", TOKEN, TOKEN,
            TOKEN.substring(0, 16), TOKEN.substring(16), TOKEN.toUpperCase(), "x", ",", "=", "\"", "%20", "\u00e9", ":" };

    private static final long SEED = Long.getLong("usecache.requests.seed", 1);
    private static final int REQUESTS = Integer.getInteger("usecache.requests", 500);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, RawHttp.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.token", TOKEN);

    @Test
    void onlyTheTokenOpensTheEndpoint() throws IOException {
        Random random = new Random(SEED);
        Set<String> statuses = new TreeSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            String authorization = authorization(random);
            String answer = RawHttp.answer(("GET /q/use-cache/caches HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: " + authorization + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String status = answer.substring(9, 12);
            assertThat(status).as("[%s], number %d of seed %d", authorization, i, SEED)
                    .isEqualTo(OPENS.matcher(authorization.strip()).matches() ? "200" : "401");
            statuses.add(status);
        }
        assertThat(statuses).containsExactly("200", "401");
        System.out.printf("Requests: %d with generated credentials from seed %d, answered with %s%n", REQUESTS, SEED, statuses);
    }

    private static String authorization(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return value.toString();
    }
}
