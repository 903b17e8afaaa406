package io.quarkiverse.usecache.it.benchmarks.shared;

import org.openjdk.jmh.annotations.Threads;

/** The same by sixteen callers at a time. */
@Threads(16)
public class SixteenCallersFarHitBenchmark extends FarHitBenchmark {
}
