package io.quarkiverse.usecache.test.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.ValidatableResponse;

/** The recipe for a CMS whose payload can be written: it names the tags, and is signed with a time stamp. */
@Timeout(60)
class CmsWebhookTest {

    private static final String BODY = "{\"tags\":[\"post:17\",\"posts\"]}";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Signing.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.token", "a-token-for-the-others")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.hmac-secret", Signing.SECRET)
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.hmac-header", "X-Cms-Signature")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.hmac-timestamp-header", "X-Cms-Timestamp");

    private static ValidatableResponse send(String timestamp, String signature) {
        return given().header("X-Cms-Timestamp", timestamp).header("X-Cms-Signature", signature)
                .header("Content-Type", "application/json").body(BODY.getBytes()).post("/q/use-cache/revalidate").then();
    }

    private static String signed(String timestamp) throws Exception {
        return Signing.hex(timestamp + "." + BODY);
    }

    @Test
    void aChangeOfContentRevalidatesItsTagsOnce() throws Exception {
        String now = "" + System.currentTimeMillis() / 1_000;
        send(now, signed(now)).statusCode(200).body("tags", contains("post:17", "posts"));
        send(now, signed(now)).statusCode(401)
                .body("detail", equalTo("The request was sent before. Sign each one with a time stamp of its own."));
    }

    @Test
    void millisecondsAndBase64WillDo() throws Exception {
        String now = "" + System.currentTimeMillis();
        send(now, Base64.getEncoder().encodeToString(Signing.bytes(now + "." + BODY))).statusCode(200);
    }

    @Test
    void anOldOneIsRefused() throws Exception {
        for (long seconds : new long[] { -400, 400 }) {
            String other = "" + (System.currentTimeMillis() / 1_000 + seconds);
            send(other, signed(other)).statusCode(401)
                    .body("detail", startsWith("The time stamp in the header X-Cms-Timestamp is more than 300 s away"));
        }
    }

    @Test
    void theTimeStampIsSigned() throws Exception {
        long now = System.currentTimeMillis() / 1_000;
        send("" + (now + 1), signed("" + now)).statusCode(401).body("detail", startsWith("The signature in the header"));
        given().header("X-Cms-Signature", Signing.hex(BODY)).header("Content-Type", "application/json")
                .body(BODY.getBytes()).post("/q/use-cache/revalidate").then().statusCode(401).body("detail", equalTo(
                        "The request has no time stamp. Send the seconds since 1970 in the header X-Cms-Timestamp."));
    }

    @Test
    void theTokenIsAsGoodAsBefore() {
        given().header("Authorization", "Bearer a-token-for-the-others").queryParam("tag", "a")
                .post("/q/use-cache/revalidate").then().statusCode(200);
        given().queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(401);
    }
}
