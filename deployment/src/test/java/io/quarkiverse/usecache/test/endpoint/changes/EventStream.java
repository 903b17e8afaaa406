package io.quarkiverse.usecache.test.endpoint.changes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.restassured.RestAssured;

/** A client of server-sent events, which reads when it is asked to, and not before. */
final class EventStream implements AutoCloseable {

    private static final int TIMEOUT = (int) Duration.ofSeconds(30).toMillis();

    private final Socket socket;
    private final BufferedReader lines;
    private String status;

    private EventStream(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        socket.setSoTimeout(TIMEOUT);
    }

    static EventStream open(String query) throws IOException {
        return open(query, null);
    }

    /** @return after the answer has begun */
    static EventStream open(String query, String lastId) throws IOException {
        return open(query, lastId, new Socket(), "");
    }

    /** @param header another one, as a line */
    static EventStream open(String query, String lastId, String header) throws IOException {
        return open(query, lastId, new Socket(), header + "\r\n");
    }

    /** One that soon has room for no more, unless it is read. */
    static EventStream openNarrow() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        return open("", null, socket, "");
    }

    private static EventStream open(String query, String lastId, Socket socket, String headers) throws IOException {
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        EventStream stream = new EventStream(socket);
        socket.getOutputStream().write(("GET /q/use-cache/changes" + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + (lastId == null ? "" : "Last-Event-ID: " + lastId + "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
        stream.status = stream.line();
        if (lastId == null && stream.isTold()) {
            stream.awaitId();
        }
        return stream;
    }

    /** Whether it was accepted. */
    boolean isTold() {
        return status.contains(" 200 ");
    }

    /** Whether the server has closed it, though what was sent before is not read: the second time that it is asked. */
    boolean isClosed() {
        try {
            socket.getOutputStream().write('\n');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** The next event, as its name and its data. */
    String next() {
        String event = null;
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                return event + " " + line.substring(6);
            }
        }
        return null;
    }

    /** The next id, which follows what it is of. */
    String awaitId() {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("id: ")) {
                return line.substring(4);
            }
        }
        return null;
    }

    private String line() {
        try {
            return lines.readLine();
        } catch (SocketTimeoutException late) {
            throw new AssertionError("Nothing came from " + socket, late);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
