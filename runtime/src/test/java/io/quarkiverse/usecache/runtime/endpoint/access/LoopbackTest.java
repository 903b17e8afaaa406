package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1" })
    void isTheMachineItself(String address) {
        assertThat(Loopback.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "10.0.0.1", "192.168.1.1", "0.0.0.0", "::2", "localhost", "127.0.0.1.example.org", "" })
    void isNot(String address) {
        assertThat(Loopback.isAddress(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LocalHost", "shop.localhost", "127.0.0.1", "::1", "[::1]" })
    void namesTheMachineItself(String host) {
        assertThat(Loopback.isName(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "example.org", "localhost.example.org", "notlocalhost", "[::2]", "" })
    void namesAnother(String host) {
        assertThat(Loopback.isName(host)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "http://localhost:8080", "https://127.0.0.1", "http://[::1]:8080" })
    void isAPageOfTheMachineItself(String origin) {
        assertThat(Loopback.isOrigin(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "", "https://example.org", "http://localhost.example.org", "http://a b" })
    void isAPageFromElsewhere(String origin) {
        assertThat(Loopback.isOrigin(origin)).isFalse();
    }
}
