package io.quarkiverse.usecache.test.metrics;

import static io.restassured.RestAssured.get;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** The meters of the cache, as Prometheus reads them. */
final class Meters {

    private static final Pattern LINE = Pattern.compile("(?m)^((?:use_)?cache_\\w+(?:\\{.*})?) (\\S+)$");

    private Meters() {
    }

    static QuarkusUnitTest application() {
        return new QuarkusUnitTest().setForcedDependencies(List.of(
                Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion())));
    }

    static Map<String, Double> now() {
        return LINE.matcher(get("/q/metrics").asString()).results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Double.valueOf(line.group(2))));
    }
}
