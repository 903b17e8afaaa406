package io.quarkiverse.usecache.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Redis of its own for a test: the distribution's {@code redis-server} on a free port, with a directory that is deleted. It
 * ends with {@link #close()}, or with the JVM at the latest.
 */
public final class RedisServer implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Path directory;
    private final List<String> options;
    private Path config;
    private int port;
    private ChildProcess process;

    private RedisServer(List<String> options) throws IOException {
        this.options = options;
        directory = Files.createTempDirectory("use-cache-redis");
    }

    /**
     * Starts one that answers.
     *
     * @param options as on the command line: {@code "--appendonly", "yes"}
     */
    public static RedisServer start(String... options) {
        try {
            RedisServer server = new RedisServer(List.of(options));
            server.startOnFreePort();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a sentinel that promotes a replica of a master, which it calls {@code main}, soon after that has gone. */
    public static RedisServer sentinel(RedisServer master) {
        try {
            RedisServer server = new RedisServer(List.of("--sentinel"));
            server.config = Files.writeString(server.directory.resolve("sentinel.conf"), """
                    sentinel monitor main 127.0.0.1 %d 1
                    sentinel down-after-milliseconds main 1000
                    sentinel failover-timeout main 5000
                    """.formatted(master.port()));
            server.startOnFreePort();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startOnFreePort() throws IOException {
        for (int attempt = 1;; attempt++) {
            port = freePort();
            try {
                restart();
                return;
            } catch (IllegalStateException e) {
                // Another process may have taken the port meanwhile.
                if (attempt == ATTEMPTS) {
                    close();
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it again, on the port and with the files it had. */
    public void restart() {
        List<String> command = new ArrayList<>(List.of(executable()));
        if (config != null) {
            command.add(config.toString());
        } else {
            command.addAll(List.of("--save", "", "--repl-diskless-sync-delay", "0"));
        }
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", directory.toString()));
        command.addAll(options);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        StringBuilder before = new StringBuilder();
        process = ChildProcess.start(command, line -> heard(line, before, ready),
                () -> ready.completeExceptionally(new IllegalStateException(before.toString())));
        try {
            ready.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            kill();
            throw new IllegalStateException("redis-server did not start: " + e.getMessage(), e);
        }
    }

    private static void heard(String line, StringBuilder before, CompletableFuture<Void> ready) {
        if (line.contains("eady to accept connections") || line.contains("Sentinel ID is")) {
            ready.complete(null);
        } else if (!ready.isDone()) {
            before.append(line).append('\n');
        }
    }

    private static String executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(each -> Path.of(each, "redis-server"))
                .filter(Files::isExecutable).findFirst().map(Path::toString)
                .orElseThrow(() -> new IllegalStateException("This test needs redis-server, which is not on the PATH. "
                        + "Run ./verify once, which installs it, or install it: apt-get install redis-server"));
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Its files. */
    public Path directory() {
        return directory;
    }

    /** A connection for the test itself. */
    public RespConnection connect() {
        return new RespConnection(port);
    }

    /** Does one command on a connection of its own. */
    public Object call(Object... command) {
        try (RespConnection connection = connect()) {
            return connection.call(command);
        }
    }

    /** Stops the process where it is: connections stay, nothing answers. */
    public void freeze() {
        process.freeze();
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        process.thaw();
    }

    /** Ends it as a crash does; {@link #restart()} may follow. */
    public void kill() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
