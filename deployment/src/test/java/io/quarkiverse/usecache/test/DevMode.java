package io.quarkiverse.usecache.test;

import io.quarkus.test.QuarkusDevModeTest;

/** Tests of applications in dev mode, on a port that was free when the first of them began. */
public final class DevMode {

    public static final int PORT = choosePort();

    private DevMode() {
    }

    private static int choosePort() {
        int port = FreePort.choose();
        System.setProperty("quarkus.http.port", String.valueOf(port));
        return port;
    }

    public static QuarkusDevModeTest test() {
        return new QuarkusDevModeTest();
    }

    /** @param path begins with a slash */
    public static String url(String path) {
        return "http://localhost:" + PORT + path;
    }
}
