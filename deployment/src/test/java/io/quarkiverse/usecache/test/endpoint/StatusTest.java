package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

@Timeout(60)
class StatusTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class));

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String TOO_LARGE = "{\"type\":\"about:blank\",\"title\":\"Request Entity Too Large\",\"status\":413,"
            + "\"detail\":\"The body is larger than 65536 bytes. Send fewer tags at once.\"}";

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @TestHTTPResource("/q/use-cache/revalidate")
    URL revalidate;

    @Test
    void changesAreNotToldUnlessTheyAreWanted() {
        given().get("/q/use-cache/changes").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GET    | revalidate | POST, OPTIONS      | The operation is for POST, not for GET.",
            "HEAD   | revalidate | POST, OPTIONS      |",
            "PUT    | revalidate | POST, OPTIONS      | The operation is for POST, not for PUT.",
            "DELETE | clear      | POST, OPTIONS      | The operation is for POST, not for DELETE.",
            "POST   | caches     | GET, HEAD, OPTIONS | The operation is for GET, not for POST.",
            "POST   | tags       | GET, HEAD, OPTIONS | The operation is for GET, not for POST.",
            "PATCH  | entries    | GET, HEAD, OPTIONS | The operation is for GET, not for PATCH." })
    void anotherMethodIsNotAllowed(String method, String operation, String allow, String detail) {
        var response = given().request(method, "/q/use-cache/" + operation).then().statusCode(405).header("Allow", allow)
                .header("Cache-Control", "no-store").contentType("application/problem+json");
        if (detail != null) {
            response.body("detail", equalTo(detail), "title", equalTo("Method Not Allowed"), "status", equalTo(405));
        }
    }

    @Test
    void optionsTellsTheMethods() {
        given().options("/q/use-cache/revalidate").then().statusCode(204).header("Allow", "POST, OPTIONS");
        given().options("/q/use-cache/tags").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/use-cache/other", "/q/use-cache/", "/q/use-cache/revalidate/books" })
    void anUnknownOperationIsNotFound(String path) {
        given().post(path).then().statusCode(404).contentType("application/problem+json").header("Cache-Control", "no-store")
                .body("detail",
                        equalTo("There is no such operation. There are [revalidate, clear, caches, tags, entries]."));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws Exception {
        HttpResponse<String> response = post(BodyPublishers.ofString("{\"tags\":[\"books\"]}"),
                "application/x-www-form-urlencoded");
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Accept")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unsupported Media Type\",\"status\":415,"
                + "\"detail\":\"The body must be of type application/json, but is of [application/x-www-form-urlencoded]. "
                + "Send the header Content-Type: application/json.\"}");
    }

    /** The server does so before the endpoint sees it, hence without a problem; a client that checks its URI cannot send it. */
    @Test
    void aQueryThatCannotBeDecodedIsRefused() throws IOException {
        try (Socket socket = new Socket(revalidate.getHost(), revalidate.getPort())) {
            socket.getOutputStream().write(("POST /q/use-cache/revalidate?tag=%zz HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n").getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aBodyWithoutATypeIsRefused() throws Exception {
        HttpResponse<String> response = post(BodyPublishers.ofString("{\"tags\":[\"books\"]}"), null);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("but is of none.");
    }

    @Test
    void aBodyOf64KiBIsRead() throws Exception {
        String body = "{\"tags\":[\"books\"]}";
        assertThat(post(BodyPublishers.ofString(body + " ".repeat(65_536 - body.length())), "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLargerBodyIsRefused() throws Exception {
        refusedAsTooLarge(BodyPublishers.ofByteArray(new byte[65_537]));
        refusedAsTooLarge(BodyPublishers.ofByteArray(new byte[5_000_000]));
    }

    @Test
    void aLargerBodyOfUnknownLengthIsRefused() throws Exception {
        refusedAsTooLarge(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[65_537])));
        refusedAsTooLarge(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5_000_000])));
    }

    @Test
    void aBodyOfUnknownLengthIsRead() throws Exception {
        byte[] body = "{\"tags\":[\"books\"]}".getBytes();
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void clearingOneCacheLeavesTheOthers() {
        tagCache.clearAll();
        Object books = shop.books("java");
        int price = shop.price();
        given().header("Content-Type", "application/json").body("{\"cache\":\"shop\"}".getBytes()).post("/q/use-cache/clear")
                .then().statusCode(200).body("cleared", equalTo(true), "cache", equalTo("shop"));
        assertThat(shop.books("java")).isNotSameAs(books);
        assertThat(shop.price()).isEqualTo(price);
    }

    @Test
    void clearingAllDropsEveryEntry() {
        int price = shop.price();
        given().header("Content-Type", "application/json").body("{\"all\":true}".getBytes()).post("/q/use-cache/clear").then()
                .statusCode(200).body("cleared", equalTo(true), "all", equalTo(true));
        assertThat(shop.price()).isNotEqualTo(price);
    }

    private void refusedAsTooLarge(BodyPublisher body) throws Exception {
        HttpResponse<String> response = post(body, "application/json");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo(TOO_LARGE);
        assertThat(post(BodyPublishers.ofString("{\"tags\":[\"books\"]}"), "application/json").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(BodyPublisher body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(revalidate.toString())).POST(body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

}
