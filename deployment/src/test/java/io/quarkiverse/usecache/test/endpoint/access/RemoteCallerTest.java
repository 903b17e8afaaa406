package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URL;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** In test mode, as in dev mode, the endpoint is open to the machine itself only. */
@Timeout(60)
class RemoteCallerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideRuntimeConfigKey("quarkus.http.host", "0.0.0.0")
            .overrideRuntimeConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideRuntimeConfigKey("quarkus.http.proxy.enable-forwarded-host", "true");

    @TestHTTPResource
    URL application;

    @Test
    void anotherAddressIsRefused() throws SocketException {
        Optional<InetAddress> address = addressOfTheNetwork();
        assumeTrue(address.isPresent(), "This machine has no address but that of the loopback interface.");
        refused(given().baseUri("http://" + address.get().getHostAddress()).port(application.getPort()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-Forwarded-For: 203.0.113.7", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: localhost",
            "X-Forwarded-Proto: http", "Forwarded: for=127.0.0.1", "Via: 1.1 tunnel", "X-Real-IP: 127.0.0.1" })
    void aForwardedRequestIsRefused(String header) {
        String[] parts = header.split(": ");
        refused(given().header(parts[0], parts[1]));
    }

    @Test
    void aPageFromElsewhereIsRefused() {
        refused(given().header("Origin", "https://shop.example.org"));
        refused(given().header("Origin", "null"));
        refused(given().header("Sec-Fetch-Site", "cross-site"));
        given().header("Sec-Fetch-Site", "same-site").get("/q/use-cache/tags").then().statusCode(200);
        given().header("Origin", "http://localhost:8080").get("/q/use-cache/tags").then().statusCode(200);
    }

    @Test
    void aNameThatIsMadeToPointHereIsRefused() {
        refused(given().header("Host", "shop.example.org"));
        given().header("Host", "127.0.0.1:8080").get("/q/use-cache/tags").then().statusCode(200);
    }

    private static ValidatableResponse refused(RequestSpecification request) {
        return request.get("/q/use-cache/tags").then().statusCode(403).contentType("application/problem+json").body("detail",
                equalTo("In dev and test mode the endpoint is open to the machine itself only: by a loopback address, "
                        + "without a proxy, and not from another site's page. Set quarkus.use-cache.endpoint.token to use it from elsewhere."));
    }

    private static Optional<InetAddress> addressOfTheNetwork() throws SocketException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst();
    }
}
