package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

@Timeout(30)
class ForwardingTest {

    @ParameterizedTest
    @ValueSource(strings = { "Forwarded", "X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "X-Forwarded", "Via",
            "X-Real-IP", "CF-Connecting-IP" })
    void aProxyLeavesItsMark(String header) {
        assertThat(Forwarding.isIn(MultiMap.caseInsensitiveMultiMap().add("Host", "localhost").add(header, ""))).isTrue();
    }

    @Test
    void otherRequestsHaveNone() {
        assertThat(Forwarding.isIn(MultiMap.caseInsensitiveMultiMap().add("Host", "localhost").add("Viable", "a")))
                .isFalse();
    }
}
