package io.quarkiverse.usecache.it.concurrency.call;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/** Calls of which one order is known to break a neighbour of the algorithm, and which are hardly made up by chance. */
enum KnownScenario {

    /** Invariant I2: the first revalidation has its number, and stores it after the second one has stored its own. */
    LATE_NUMBER(List.of(), List.of("revalidateA"), List.of("readTagged", "update", "revalidateA"), "readTagged"),

    /** Invariant I5: the inner entry is a hit while the tag's number is not stored, in an outer load that knows it. */
    OLD_INNER_ENTRY(List.of("readTagged"), List.of("readNesting"), List.of("update", "revalidateA"), "readNesting"),

    /** Invariant I6: the tag becomes known after it was revalidated. */
    TAG_HEARD_OF_LATE(List.of(), List.of("readDynamic"), List.of("update", "revalidateB"), "readDynamic"),

    /** Invariant I6: the tag becomes known again after it was revalidated and dropped. */
    TAG_DROPPED(List.of("readDynamic", "evict"), List.of("readDynamic"), List.of("update", "revalidateB", "sweep"),
            "readDynamic"),

    /** Invariant I7: the call waits for a load whose tag becomes known when it ends. */
    LATE_JOINER(List.of(), List.of("readDynamic"), List.of("update", "revalidateB", "readDynamic"), "readDynamic");

    private final List<String> before;
    private final List<String> first;
    private final List<String> second;
    private final String after;

    /** @param first the calls of one thread, beside the second ones of another */
    KnownScenario(List<String> before, List<String> first, List<String> second, String after) {
        this.before = before;
        this.first = first;
        this.second = second;
        this.after = after;
    }

    ExecutionScenario calls() {
        return new ExecutionScenario(actors(before), List.of(actors(first), actors(second)), actors(List.of(after)), null);
    }

    private static List<Actor> actors(List<String> operations) {
        return operations.stream().map(operation -> new Actor(method(operation), List.of())).toList();
    }

    private static Method method(String operation) {
        return Arrays.stream(RegistryOperations.class.getMethods()).filter(method -> method.getName().equals(operation))
                .findFirst().orElseThrow();
    }
}
