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

/** Opens the endpoint by a token, as the page does. */
@QuarkusTest
@TestProfile(TokenTest.AsItStands.class)
@Timeout(60)
class TokenTest {

    static final Page PAGE = Page.named("protect-endpoint.adoc");
    static final Map<String, String> TOKENS = Map.of("USE_CACHE_TOKEN", "a-token-of-more-than-16-characters",
            "USE_CACHE_OLD_TOKEN", "an-old-token-of-more-than-16-characters",
            "USE_CACHE_TOKEN_OF_THE_SHOP", "another-token-of-more-than-16-characters");

    @TestHTTPResource
    URL base;

    @Test
    void theTokenOpensTheEndpoint() throws Exception {
        String block = PAGE.section("With a token").blocks("bash").get(0);
        assertThat(new Shell(base.getAuthority(), TOKENS).run(block)).contains("\"revalidated\":true");
    }

    public static class AsItStands implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> properties = new HashMap<>(PAGE.section("With a token").properties());
            properties.putAll(TOKENS);
            return properties;
        }
    }
}
