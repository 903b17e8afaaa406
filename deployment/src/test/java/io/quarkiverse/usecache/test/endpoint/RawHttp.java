package io.quarkiverse.usecache.test.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.restassured.RestAssured;

/** Sends bytes to the application that no HTTP client would send. */
public final class RawHttp {

    private static final int TIMEOUT = (int) Duration.ofSeconds(20).toMillis();

    private RawHttp() {
    }

    /** All that is answered before the connection is closed. Fails if nothing comes for so long. */
    public static String answer(byte[] request) throws IOException {
        return exchange(request, false);
    }

    /** The same for a request that may not be complete: nothing follows, which the server is told. */
    public static String answerToTheLast(byte[] request) throws IOException {
        try {
            return exchange(request, true);
        } catch (SocketException closedBeforeAllWasSent) {
            return "";
        }
    }

    private static String exchange(byte[] request, boolean last) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            if (last) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
