package org.acme.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What Prometheus reads of an application with a shared store; the test is the other node. */
@QuarkusTest
@WithTestResource(RedisResource.class)
@Timeout(120)
class MetersTest {

    private static final Path DOCS = Path.of("../../docs/modules/ROOT");
    private static final String NAME = "\\b(?:use_)?cache_[a-z_]+[a-z]\\b";
    private static final Pattern LINE = Pattern.compile("(?m)^(" + NAME + "(?:\\{.*})?) (\\S+)$");

    /** Is set by the resource. */
    RedisPort port;

    private static Map<String, Double> meters() {
        return LINE.matcher(given().get("/q/metrics").asString()).results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Double.valueOf(line.group(2))));
    }

    private static double level(String level) {
        return meters().get("use_cache_levels_total{cache=\"books\",level=\"" + level + "\"}");
    }

    private static void get(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void theLevelsOfASharedCacheAreCountedApart() {
        double near = level("near");
        double shared = level("shared");
        double method = level("method");
        get("/books/Metrics");
        get("/books/Metrics");
        try (OtherNode other = new OtherNode(port.number())) {
            other.copy(other.published("Metrics"), "Metrics", "Metered");
        }
        get("/books/Metered");
        assertThat(level("near") - near).isEqualTo(1);
        assertThat(level("shared") - shared).isEqualTo(1);
        assertThat(level("method") - method).isEqualTo(1);
        assertThat(meters().get("use_cache_load_seconds_count{cache=\"books\",outcome=\"shared\"}")).isPositive();
        assertThat(meters()).doesNotContainKey("use_cache_levels_total{cache=\"near\",level=\"near\"}");
    }

    @Test
    void theNodeSaysHowItTakesPart() {
        await().atMost(Duration.ofSeconds(60)).until(() -> meters().get("use_cache_store_running") == 1);
        assertThat(meters()).containsEntry("use_cache_store_lag", 0.0).containsEntry("use_cache_store_pending", 0.0);
        assertThat(meters().get("use_cache_store_lease_age_seconds")).isBetween(0.0, 60.0);
        assertThat(meters().get("use_cache_store_resyncs_total")).isPositive();
    }

    @Test
    void aRevalidationElsewhereIsCountedAsThat() {
        String remote = "use_cache_revalidations_total{mode=\"expire\",origin=\"remote\"}";
        double before = meters().get(remote);
        try (OtherNode other = new OtherNode(port.number())) {
            other.revalidate("counted");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> meters().get(remote) == before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "attachments/use-cache-dashboard.json", "attachments/use-cache-alerts.yml", "pages/metrics.adoc" })
    void whatTheDocumentationNamesIsThere(String file) throws IOException {
        Set<String> there = names(Pattern.compile("(?m)^" + NAME), given().get("/q/metrics").asString());
        assertThat(names(Pattern.compile(NAME), Files.readString(DOCS.resolve(file)))).isNotEmpty().isSubsetOf(there);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
