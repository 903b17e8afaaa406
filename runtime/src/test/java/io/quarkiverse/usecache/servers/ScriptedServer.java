package io.quarkiverse.usecache.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers requests as a test has said before, one answer after the other, and then always the same; it keeps what it was sent.
 */
public final class ScriptedServer implements AutoCloseable {

    private static final int NEVER = -1;
    private static final long PATIENCE_SECONDS = 20;

    /** @param headers with names in lower case */
    public record Request(String method, String path, Map<String, String> headers, String body) {
    }

    private record Answer(int status, Map<String, String> headers, String body) {
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Request> received = new LinkedBlockingQueue<>();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private volatile Answer last;

    /** @param body of the answers that nothing else is said of, with status 200 */
    public ScriptedServer(String body, Map<String, String> headers) {
        last = new Answer(200, headers, body);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the next request is answered that nothing was said of yet. */
    public ScriptedServer then(int status, Map<String, String> headers, String body) {
        script.add(new Answer(status, headers, body));
        return this;
    }

    /** The next request is not answered. */
    public ScriptedServer thenNever() {
        return then(NEVER, Map.of(), "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
        Answer next = script.poll();
        received.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, body));
        answer(exchange, next == null ? last : next);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status != NEVER) {
            answer.headers.forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = answer.body.getBytes("UTF-8");
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    /** The next request that has come. */
    public Request next() {
        try {
            Request request = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("There was no request for " + PATIENCE_SECONDS + " s");
            }
            return request;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many requests have come that nobody has looked at. */
    public int waiting() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
