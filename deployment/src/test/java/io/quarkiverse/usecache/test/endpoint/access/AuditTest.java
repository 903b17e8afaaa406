package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;

/** The log says in one line each which user changed something, and which was refused, without tokens. */
@Timeout(60)
class AuditTest {

    private static final String TOKEN = "correct-horse-battery-staple";
    private static final String AT = "at \\[127\\.0\\.0\\.1:\\d+]";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.tokens", TOKEN)
            .overrideRuntimeConfigKey("quarkus.http.host", "127.0.0.1")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.usecache.audit"))
            .assertLogRecords(AuditTest::expect);

    @Test
    void everyChangeAndEveryRefusalIsLogged() {
        String authorization = "Bearer " + TOKEN;
        given().header("Authorization", authorization).queryParam("tag", "a\u2028b").post("/q/use-cache/revalidate").then()
                .statusCode(200);
        given().header("Authorization", authorization).queryParam("tag", "a").queryParam("dryRun", true)
                .post("/q/use-cache/revalidate").then().statusCode(200);
        given().header("Authorization", authorization).queryParam("tag", "").post("/q/use-cache/revalidate").then()
                .statusCode(400);
        given().header("Authorization", authorization).queryParam("cache", "shop").post("/q/use-cache/clear").then()
                .statusCode(200);
        given().header("Authorization", authorization).get("/q/use-cache/entries").then().statusCode(200);
        given().header("Authorization", "Bearer " + TOKEN.toUpperCase()).get("/q/use-cache/tags").then().statusCode(401);
        given().urlEncodingEnabled(false).get("/q/use-cache/%0aA%20line%20of%20its%20own").then().statusCode(401);
    }

    private static void expect(List<LogRecord> records) {
        List<String> lines = new ArrayList<>();
        records.forEach(record -> lines.add(new Formatter().format(record.getMessage(), record.getParameters()).toString()));
        assertThat(records).allMatch(record -> record.getLevel() == Level.INFO || record.getLevel().getName().equals("INFO"));
        assertThat(lines).hasSize(4).noneMatch(line -> line.toLowerCase().contains(TOKEN) || line.contains("\n"));
        assertThat(lines.get(0)).matches("Answered \\[POST /q/use-cache/revalidate] of "
                + "\\[quarkus\\.use-cache\\.endpoint\\.tokens\\[0]] " + AT + " with \\[200]: "
                + "\\{\"revalidated\":true,\"tags\":\\[\"a\\\\u2028b\"],\"mode\":\"expire\",\"sequence\":\\d+,\"now\":\\d+}");
        assertThat(lines.get(1)).matches("Answered \\[POST /q/use-cache/clear] of .* with \\[200]: "
                + "\\{\"cleared\":true,\"cache\":\"shop\",\"now\":\\d+}");
        assertThat(lines.get(2)).matches("Refused \\[GET /q/use-cache/tags] of \\[anonymous] " + AT + " with \\[401]: "
                + "The request has another token .*");
        assertThat(lines.get(3)).matches("Refused \\[GET /q/use-cache/[^\n]*A[^\n]*own] of \\[anonymous] " + AT
                + " with \\[401]: The request has no token.*");
    }
}
