package io.quarkiverse.usecache.it.benchmarks.answer;

import java.io.IOException;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.answer.Client.Requests;

/** An answer made of ten hits with fifty tags, with headers and without. */
@OperationsPerInvocation(Client.AT_ONCE)
public class AnswerHeadersBenchmark extends Answering {

    /** More and more of them: JMH takes commas for the end of a value. */
    @Param({ "", "Cache-Tag", "Cache-Tag+Cache-Control", "Cache-Tag+Cache-Control+ETag" })
    public String headers;

    private Requests requests;

    @Setup
    public void start() throws ReflectiveOperationException, IOException {
        start(headers.replace('+', ','));
        requests = client.prepare("/shelves/labels", "");
        warmUp(requests);
    }

    @Benchmark
    public void answer() throws IOException {
        client.send(requests);
    }
}
