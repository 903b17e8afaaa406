package io.quarkiverse.usecache.it.benchmarks.answer;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.TearDown;

import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.Timed;
import io.quarkiverse.usecache.it.benchmarks.answer.Client.Requests;

/** Requests over one connection. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class Answering extends Timed {

    private static final int WARM_UP = 500;

    private final RunningApplication application = new RunningApplication();
    Client client;

    /** @param headers which of them answers are given */
    void start(String headers) throws ReflectiveOperationException, IOException {
        System.setProperty("quarkus.use-cache.http.headers", headers);
        int port = freePort();
        System.setProperty("quarkus.http.port", String.valueOf(port));
        application.start();
        client = new Client(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The compiler needs so many rather than so long, where other work takes its time. */
    void warmUp(Requests... all) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            for (Requests requests : all) {
                client.send(requests);
            }
        }
    }

    @TearDown
    public void end() throws IOException {
        client.close();
        application.stop();
    }
}
