package io.quarkiverse.usecache.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

import io.quarkus.test.QuarkusDevModeTest;

/** Tests of applications in dev mode, on a port that was free when the first of them began. */
public final class DevMode {

    public static final int PORT = choosePort();

    private DevMode() {
    }

    private static int choosePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            System.setProperty("quarkus.http.port", String.valueOf(free.getLocalPort()));
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static QuarkusDevModeTest test() {
        return new QuarkusDevModeTest();
    }

    /** @param path begins with a slash */
    public static String url(String path) {
        return "http://localhost:" + PORT + path;
    }
}
