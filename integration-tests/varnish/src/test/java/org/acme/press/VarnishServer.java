package org.acme.press;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.quarkiverse.usecache.servers.ChildProcess;

/**
 * The distribution's Varnish with the VCL of the documentation, in front of a port of this machine, with a directory that is
 * deleted. It ends with {@link #close()}, or with the JVM at the latest.
 */
final class VarnishServer implements AutoCloseable {

    private static final Path VCL = Path.of("../../docs/modules/ROOT/examples/use-cache.vcl");

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Path directory;
    private final int port = freePort();
    private final ChildProcess process;

    VarnishServer(int backend) {
        try {
            directory = Files.createTempDirectory("use-cache-varnish");
            Path vcl = Files.writeString(directory.resolve("use-cache.vcl"),
                    Files.readString(VCL).replace("\"8080\"", "\"" + backend + "\""));
            process = ChildProcess.start(List.of(executable(), "-F", "-j", "none", "-n", directory.resolve("run").toString(),
                    "-f", vcl.toString(), "-a", "127.0.0.1:" + port, "-s", "malloc,32m", "-p", "thread_pools=1"), said::add,
                    () -> said.add("ended"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> said.contains("ended") || listens());
        } finally {
            if (!listens()) {
                close();
                throw new IllegalStateException("varnishd did not start: " + said);
            }
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String executable() {
        return Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(each -> Path.of(each, "varnishd")).filter(Files::isExecutable).findFirst().map(Path::toString)
                .orElseThrow(() -> new IllegalStateException("This test needs varnishd, which is not on the PATH. "
                        + "Run ./verify once, which installs it, or install it: apt-get install varnish varnish-modules"));
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Stops the process that serves where it is: connections stay, nothing answers. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        List<ProcessHandle> serving = process.handle().children()
                .filter(child -> child.info().command().orElse("").endsWith("varnishd")).toList();
        if (serving.isEmpty()) {
            throw new IllegalStateException("No process of Varnish serves");
        }
        serving.forEach(each -> ChildProcess.signal(name, each));
    }

    @Override
    public void close() {
        process.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
