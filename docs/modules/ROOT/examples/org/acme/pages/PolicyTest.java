package org.acme.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Protects the endpoint by a policy and a token together, as the page does. */
@QuarkusTest
@TestProfile(PolicyTest.AsItStands.class)
@Timeout(60)
class PolicyTest {

    @TestHTTPResource
    URL base;

    @Test
    void aUserWithTheRoleAndTheTokenMayRevalidate() throws Exception {
        String block = TokenTest.PAGE.section("With a policy of Quarkus Security").blocks("bash").get(0);
        assertThat(new Shell(base.getAuthority(), TokenTest.TOKENS).run(block)).contains("\"revalidated\":true");
    }

    public static class AsItStands implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> properties = new HashMap<>(TokenTest.PAGE.section("With a token").properties());
            properties.putAll(TokenTest.PAGE.section("With a policy of Quarkus Security").properties());
            properties.putAll(TokenTest.TOKENS);
            properties.putAll(Map.of("quarkus.http.auth.basic", "true",
                    "quarkus.security.users.embedded.enabled", "true",
                    "quarkus.security.users.embedded.plain-text", "true",
                    "quarkus.security.users.embedded.users.alice", "secret",
                    "quarkus.security.users.embedded.roles.alice", "operator"));
            return properties;
        }
    }
}
