package io.quarkiverse.usecache.it.concurrency.call;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.Result;
import org.jetbrains.kotlinx.lincheck.ValueResult;
import org.jetbrains.kotlinx.lincheck.VoidResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Looks for an order of the calls that explains their results: one in which a call comes after those that had returned before
 * it began. Lincheck's own verifier wants an object that answers in one way only.
 */
public final class RegistryVerifier implements Verifier {

    /** @param specification Lincheck passes it; {@link RegistryState} is the specification here */
    public RegistryVerifier(Class<?> specification) {
    }

    @Override
    public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
        return new Search(scenario.getThreads(), results.getThreadsResultsWithClock(), new HashSet<>())
                .explains(new int[scenario.getThreads().size()], RegistryState.INITIAL);
    }

    private record Visited(List<Integer> position, RegistryState state) {
    }

    private record Search(List<List<Actor>> threads, List<List<ResultWithClock>> results, Set<Visited> seen) {

        /** @param position how many calls of each thread come before */
        boolean explains(int[] position, RegistryState state) {
            if (!seen.add(new Visited(Arrays.stream(position).boxed().toList(), state))) {
                return false;
            }
            boolean all = true;
            for (int thread = 0; thread < position.length; thread++) {
                if (position[thread] < threads.get(thread).size()) {
                    all = false;
                    if (explainsNext(thread, position, state)) {
                        return true;
                    }
                }
            }
            return all;
        }

        private boolean explainsNext(int thread, int[] position, RegistryState state) {
            Actor actor = threads.get(thread).get(position[thread]);
            ResultWithClock outcome = results.get(thread).get(position[thread]);
            for (int other = 0; other < position.length; other++) {
                if (position[other] < outcome.getClockOnStart().get(other)) {
                    return false;
                }
            }
            int[] next = position.clone();
            next[thread]++;
            return returned(outcome.getResult()) && state.after(actor.getMethod().getName(), value(outcome.getResult()))
                    .stream().anyMatch(after -> explains(next, after));
        }

        private static boolean returned(Result result) {
            return result instanceof ValueResult || result instanceof VoidResult;
        }

        private static Object value(Result result) {
            return result instanceof ValueResult value ? value.getValue() : null;
        }
    }
}
