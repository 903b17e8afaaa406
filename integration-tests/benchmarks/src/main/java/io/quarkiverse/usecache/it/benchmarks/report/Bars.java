package io.quarkiverse.usecache.it.benchmarks.report;

import java.util.List;

import io.quarkiverse.usecache.it.benchmarks.startup.StartUps;

/** What has to hold. */
final class Bars {

    private static final String HIT = "HitBenchmark";
    private static final String TWO_THREADS = "TwoThreadsHitBenchmark";
    private static final String MISS = "MissBenchmark";
    private static final double KEY = 24;

    private final Results results;
    private final StartUps startUps;

    private Bars(Results results, StartUps startUps) {
        this.results = results;
        this.startUps = startUps;
    }

    static List<Bar> of(Results results, StartUps startUps) {
        Bars bars = new Bars(results, startUps);
        return List.of(
                Bar.atMost("hit, over no-op interceptor and Caffeine", 20, "ns", bars::hitOverParts),
                Bar.atLeast("hit, faster than @CacheResult", 8, "x", bars::hitAdvantage),
                Bar.atMost("hit, allocated over no-op interceptor", KEY, "B", bars::hitAllocation),
                Bar.atMost("hit with 50 tags : with 1", 1.1, "x", bars::manyTags),
                Bar.atLeast("Uni hit, faster than @CacheResult", 6, "x", bars::uniAdvantage),
                Bar.atLeast("hits of two threads : of one", 1.7, "x", bars::twoThreads),
                Bar.atMost("revalidateTag, 1000000 entries : 10", 1.2, "x", bars::revalidationGrowth),
                Bar.atMost("revalidateTag, 1000000 entries", 500, "ns", () -> bars.revalidation(1_000_000)),
                Bar.atMost("miss : Caffeine and no-op interceptor", 1.5, "x", bars::missOverParts),
                Bar.atMost("heap of an entry with two tags", 180, "B", bars::heap),
                Bar.atMost("start-up, over without the extension", 25, "ms", bars::startUp));
    }

    private double hitOverParts() {
        return time(HIT, "useCache") - time(HIT, "noOp") - time(HIT, "caffeine");
    }

    private double hitAdvantage() {
        return time(HIT, "quarkusCache") / time(HIT, "useCache");
    }

    private double hitAllocation() {
        return allocated("useCache") - allocated("noOp");
    }

    /** Rounded: JMH spreads the few bytes that its own threads allocate over all calls. */
    private double allocated(String label) {
        return Math.rint(results.get(HIT, label).allocated().orElseThrow(NotMeasured::new));
    }

    private double manyTags() {
        return time("TaggedHitBenchmark", "useCache, 50 tags") / time("TaggedHitBenchmark", "useCache, 1 tags");
    }

    private double uniAdvantage() {
        return time("UniHitBenchmark", "quarkusCache") / time("UniHitBenchmark", "useCache");
    }

    /** Times are those of one thread. */
    private double twoThreads() {
        return 2 * time(HIT, "useCache") / time(TWO_THREADS, "useCache");
    }

    private double revalidationGrowth() {
        return revalidation(1_000_000) / revalidation(10);
    }

    private double revalidation(int entries) {
        return time("RevalidateTagBenchmark", "useCache, " + entries + " entries");
    }

    private double missOverParts() {
        return time(MISS, "useCache") / (time(MISS, "caffeine") + time(MISS, "noOp"));
    }

    private double heap() {
        return results.get("HeapBenchmark", "useCacheWithTwoTags").kept().orElseThrow(NotMeasured::new);
    }

    private double startUp() {
        if (!startUps.start().known()) {
            throw new NotMeasured();
        }
        return startUps.start().difference();
    }

    private double time(String className, String label) {
        return results.get(className, label).time();
    }
}
