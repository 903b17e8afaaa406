package io.quarkiverse.usecache.it.benchmarks.answer;

import java.io.IOException;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.answer.Client.Requests;

/** An answer made of one hit, and what a client is told that has it already. */
@OperationsPerInvocation(Client.AT_ONCE)
public class NotModifiedBenchmark extends Answering {

    @Param({ "1", "10", "100" })
    public int books;

    private Requests ok;
    private Requests notModified;

    @Setup
    public void start() throws ReflectiveOperationException, IOException {
        start("Cache-Tag,Cache-Control,ETag");
        ok = client.prepare("/shelves/books/" + books, "");
        notModified = client.prepare("/shelves/books/" + books, "If-None-Match: " + ok.validator() + "\r\n");
        if (!notModified.answer().startsWith("HTTP/1.1 304")) {
            throw new IllegalStateException("Not 304, but " + notModified.answer());
        }
        warmUp(ok, notModified);
    }

    @Benchmark
    public void ok() throws IOException {
        client.send(ok);
    }

    @Benchmark
    public void notModified() throws IOException {
        client.send(notModified);
    }
}
