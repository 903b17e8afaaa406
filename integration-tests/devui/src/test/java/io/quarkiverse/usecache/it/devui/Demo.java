package io.quarkiverse.usecache.it.devui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What the tests say to the demo itself, past Dev UI. */
final class Demo {

    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    Demo(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    String get(String... paths) {
        String answer = null;
        for (String path : paths) {
            answer = send(request(path).GET().build());
        }
        return answer;
    }

    void clear() {
        send(request("/q/use-cache/clear").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"all\":true}")).build());
    }

    void revalidate(String tag) {
        send(request("/q/use-cache/revalidate?tag=" + tag).POST(BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new IllegalStateException(
                        request + " was answered with " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo did not answer " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the demo's answer any more.", e);
        }
    }
}
