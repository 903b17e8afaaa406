package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Threads;

/** A hit with one argument, while another thread hits the same entry. */
@Threads(2)
public class TwoThreadsHitBenchmark extends HitBenchmark {
}
