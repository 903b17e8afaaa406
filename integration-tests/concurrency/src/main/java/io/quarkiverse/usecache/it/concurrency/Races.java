package io.quarkiverse.usecache.it.concurrency;

import java.util.Collection;
import java.util.List;

import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;

/** Runs jcstress, with its arguments, and says in one line what came out. */
public final class Races {

    private Races() {
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments);
        if (!options.parse()) {
            System.exit(2);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Races::endForks));
        long start = System.nanoTime();
        JCStress jcstress = new JCStress(options);
        try {
            jcstress.run();
        } catch (AssertionError failure) {
            System.out.println(failure.getMessage());
        }
        boolean passed = report(results(options), jcstress.getTests().size(), (System.nanoTime() - start) / 1_000_000_000);
        System.exit(passed ? 0 : 1);
    }

    /** If this is stopped, they would go on for a while. */
    private static void endForks() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static Collection<TestResult> results(Options options) throws Exception {
        InProcessCollector results = new InProcessCollector();
        DiskReadCollector reader = new DiskReadCollector(options.getResultFile(), results);
        reader.dump();
        reader.close();
        return results.getTestResults();
    }

    /** A test that has not run, on a machine with too few processors for instance, has not passed. */
    private static boolean report(Collection<TestResult> results, int tests, long seconds) {
        List<TestResult> byName = ReportUtils.mergedByName(results);
        long passed = byName.stream().filter(ReportUtils::statusToPassed).count();
        long outcomes = byName.stream().mapToLong(TestResult::getTotalCount).sum();
        System.out.printf("jcstress: %s, %d of %d tests passed, %d runs of JVMs, %d outcomes, %d s%n",
                passed == tests ? "nothing forbidden seen" : "FAILED", passed, tests, results.size(), outcomes, seconds);
        return tests > 0 && passed == tests;
    }
}
