package io.quarkiverse.usecache.it.devui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A Redis, and a demo in dev mode whose caches are in it. */
final class StoreOfDemo implements AutoCloseable {

    private final Process redis;
    private final Demo demo;

    StoreOfDemo() {
        try {
            String port = String.valueOf(freePort());
            redis = new ProcessBuilder("redis-server", "--bind", "127.0.0.1", "--port", port, "--save", "")
                    .redirectOutput(Path.of("target/redis.log").toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(redis::destroyForcibly));
            demo = new Demo(DevMode.startWithStore("redis://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started: install redis-server, as ./verify does.", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Demo demo() {
        return demo;
    }

    @Override
    public void close() {
        redis.destroyForcibly().onExit().join();
    }
}
