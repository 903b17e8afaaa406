package io.quarkiverse.usecache.test.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.ValidatableResponse;

/** The recipe for GitHub: its payload is signed, and the URL of the webhook names the tags. */
@Timeout(60)
class GitHubWebhookTest {

    private static final String PAYLOAD = "{\"ref\":\"refs/heads/main\",\"commits\":[{\"message\":\"grüße\"}]}";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Signing.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.hmac-secret", Signing.SECRET);

    private static ValidatableResponse send(String signature, String payload, String path) {
        return given().header("X-Hub-Signature-256", signature).header("X-GitHub-Event", "push")
                .header("Content-Type", "application/json").body(payload.getBytes(StandardCharsets.UTF_8))
                .post("/q/use-cache/" + path).then();
    }

    @Test
    void aPushRevalidatesTheTagsOfTheUrl() throws Exception {
        send("sha256=" + Signing.hex(PAYLOAD), PAYLOAD, "revalidate?tag=docs&mode=stale").statusCode(200)
                .body("tags", contains("docs"), "mode", equalTo("stale"));
    }

    @Test
    void aDeliveryCanBeRepeatedBecauseItHasNoTimeStamp() throws Exception {
        send("sha256=" + Signing.hex(PAYLOAD), PAYLOAD, "revalidate?tag=docs").statusCode(200);
        send("sha256=" + Signing.hex(PAYLOAD), PAYLOAD, "revalidate?tag=docs").statusCode(200);
    }

    @Test
    void whatIsForgedIsRefused() throws Exception {
        String detail = "The signature in the header X-Hub-Signature-256 is not that of the body. Sign the body's bytes with "
                + "HMAC-SHA-256 and the secret in quarkus.use-cache.endpoint.hmac-secret.";
        for (String forged : new String[] { "sha256=" + Signing.hex(PAYLOAD + " "), Signing.hex("other"), "sha256=",
                "sha256=zz",
                "sha1=" + Signing.hex(PAYLOAD) }) {
            send(forged, PAYLOAD, "revalidate?tag=docs").statusCode(401).header("WWW-Authenticate", "Bearer")
                    .contentType("application/problem+json").body("detail", equalTo(detail));
        }
    }

    @Test
    void aSignatureOpensNothingElse() throws Exception {
        given().header("X-Hub-Signature-256", "sha256=" + Signing.hex("")).header("X-Forwarded-For", "10.0.0.1")
                .post("/q/use-cache/clear?all=true").then().statusCode(403);
        for (String path : new String[] { "entries", "revalidate?tag=docs" }) {
            given().header("X-Hub-Signature-256", "sha256=" + Signing.hex("")).header("X-Forwarded-For", "10.0.0.1")
                    .get("/q/use-cache/" + path).then().statusCode(403);
        }
    }

    @Test
    void withoutTagsInTheUrlThePayloadIsTheRequest() throws Exception {
        send("sha256=" + Signing.hex(PAYLOAD), PAYLOAD, "revalidate").statusCode(400).body("detail",
                startsWith("The field [ref] is not known."));
    }
}
