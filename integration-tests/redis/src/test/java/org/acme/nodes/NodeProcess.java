package org.acme.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.usecache.servers.ChildProcess;
import io.vertx.core.json.JsonObject;

/** One node: the packaged application in a small JVM of its own, or as a native executable, on a free port. */
final class NodeProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\.?(\\s|$)");
    /**
     * What is said of a store that is away, has lost its data, or has cut its log: faults of the tests, which nodes survive.
     */
    private static final List<String> EXPECTED = List.of("The shared store has not answered for more than",
            "The shared store was restarted, failed over, or has lost its data",
            "This node has missed more revalidations than the shared store keeps");
    private static final Pattern OF_THE_STORE = Pattern.compile("\\[io\\.quarkiverse\\.usecache\\.runtime\\.(redis|shared)\\.");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final String name;
    private final List<String> command;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private ChildProcess process;
    private volatile int starts;
    private volatile CompletableFuture<String> address;

    private NodeProcess(String name, List<String> command) {
        this.name = name;
        this.command = command;
    }

    /**
     * Begins to start one; the first request waits for it.
     *
     * @param config configuration beyond that of the application
     */
    static NodeProcess start(String name, Map<String, String> config) {
        List<String> command = new ArrayList<>(List.of("-Xmx96m", "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0",
                "-Dnode.name=" + name));
        config.forEach((property, value) -> command.add("-D" + property + "=" + value));
        Path executable = Path.of(System.getProperty("native.image.path", ""));
        if (Files.isRegularFile(executable)) {
            command.add(0, executable.toString());
        } else {
            command.addAll(0, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xss512k",
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            command.addAll(List.of("-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString()));
        }
        NodeProcess node = new NodeProcess(name, command);
        node.restart();
        return node;
    }

    /** Starts it again after {@link #kill()}. */
    void restart() {
        CompletableFuture<String> listening = new CompletableFuture<>();
        address = listening;
        starts++;
        process = ChildProcess.start(command, line -> heard(line, listening),
                () -> listening.completeExceptionally(new IllegalStateException("The node ended: " + log)));
    }

    private void heard(String line, CompletableFuture<String> listening) {
        log.add(line);
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
            listening.complete(matcher.group(1));
        }
    }

    boolean isStarted() {
        return address.isDone() && !address.isCompletedExceptionally();
    }

    /** Tells it from what it was before it was started again. */
    String incarnation() {
        return name + starts;
    }

    /** @throws IllegalStateException if it does not come up */
    NodeProcess awaitStarted() {
        try {
            address.get(90, TimeUnit.SECONDS);
            return this;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Node " + name + " did not start: " + log, e);
        }
    }

    /** All it has said. */
    List<String> log() {
        return log;
    }

    /** What people are to see of the shared store. */
    List<String> problems() {
        return log.stream().filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .filter(line -> OF_THE_STORE.matcher(line).find() && EXPECTED.stream().noneMatch(line::contains)).toList();
    }

    JsonObject get(String path) {
        try {
            return answer(CLIENT.send(request(path, Duration.ofSeconds(120)), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what takes long, and for nodes that may be frozen or killed. */
    CompletableFuture<JsonObject> getLater(String path, Duration atMost) {
        return CLIENT.sendAsync(request(path, atMost), BodyHandlers.ofString()).thenApply(this::answer);
    }

    private HttpRequest request(String path, Duration atMost) {
        awaitStarted();
        return HttpRequest.newBuilder(URI.create(address.join() + path)).timeout(atMost).build();
    }

    private JsonObject answer(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("Node " + name + " answers " + response.statusCode() + ": " + log);
        }
        return new JsonObject(response.body());
    }

    JsonObject status() {
        return get("/status");
    }

    void freeze() {
        process.freeze();
    }

    void thaw() {
        process.thaw();
    }

    void kill() {
        process.close();
    }

    @Override
    public void close() {
        kill();
    }
}
