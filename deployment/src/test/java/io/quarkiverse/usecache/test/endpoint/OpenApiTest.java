package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

@Timeout(60)
class OpenApiTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideConfigKey("quarkus.use-cache.endpoint.changes.enabled", "true")
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-smallrye-openapi", Version.getVersion())));

    @Test
    void theDocumentHasTheOperations() {
        given().queryParam("format", "json").get("/q/openapi").then().statusCode(200)
                .body("paths.keySet()", hasItems("/q/use-cache/revalidate", "/q/use-cache/clear", "/q/use-cache/caches",
                        "/q/use-cache/tags", "/q/use-cache/entries"))
                .body("paths.'/q/use-cache/revalidate'.post.requestBody.content.'application/json'.schema.required",
                        contains("tags"))
                .body("paths.'/q/use-cache/revalidate'.post.responses.keySet()",
                        containsInAnyOrder("200", "400", "401", "403", "413", "415", "503"))
                .body("paths.'/q/use-cache/entries'.get.parameters.name",
                        contains("tag", "cache", "limit", "offset", "values"))
                .body("paths.'/q/use-cache/tags'.get.parameters.name", contains("q", "limit", "offset"))
                .body("paths.'/q/use-cache/tags'.get.responses.keySet()", containsInAnyOrder("200", "400", "401", "403", "503"))
                .body("paths.'/q/use-cache/changes'.get.responses.'200'.content.keySet()", contains("text/event-stream"))
                .body("paths.'/q/use-cache/changes'.get.parameters.name", contains("tag", "Last-Event-ID"))
                .body("paths.'/q/use-cache/entries'.get.operationId", equalTo("use_cache_entries"));
    }
}
