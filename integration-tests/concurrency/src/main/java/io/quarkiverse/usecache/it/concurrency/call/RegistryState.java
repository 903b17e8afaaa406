package io.quarkiverse.usecache.it.concurrency.call;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registry as if calls came one after the other. A call returns what its entry holds or what the database says, and in the
 * second case may leave an entry or not: a cache owes nobody an entry. What it owes is that a revalidation drops entries.
 *
 * @param tagged what the entry holds, or {@code null}; so the others
 */
record RegistryState(int database, Integer tagged, Integer dynamic, Integer nesting) {

    static final RegistryState INITIAL = new RegistryState(0, null, null, null);

    /** The states that an operation with that result may lead to; none if it could not have had that result. */
    Set<RegistryState> after(String operation, Object result) {
        return switch (operation) {
            case "readTagged" -> afterTagged(result).collect(Collectors.toSet());
            case "readDynamic" -> afterDynamic(result).collect(Collectors.toSet());
            case "readNesting" -> afterNesting(result).collect(Collectors.toSet());
            case "update" -> Set.of(new RegistryState(database + 1, tagged, dynamic, nesting));
            case "revalidateA" -> Set.of(new RegistryState(database, null, dynamic, null));
            case "revalidateB" -> Set.of(new RegistryState(database, tagged, null, nesting));
            case "revalidateAll", "clear" -> Set.of(new RegistryState(database, null, null, null));
            case "evict", "sweep" -> Set.of(this);
            default -> throw new IllegalArgumentException("There is no operation " + operation);
        };
    }

    private Stream<RegistryState> afterTagged(Object result) {
        Stream<RegistryState> hit = result.equals(tagged) ? Stream.of(this) : Stream.empty();
        Stream<RegistryState> load = result.equals(database)
                ? Stream.of(this, new RegistryState(database, database, dynamic, nesting))
                : Stream.empty();
        return Stream.concat(hit, load);
    }

    private Stream<RegistryState> afterDynamic(Object result) {
        Stream<RegistryState> hit = result.equals(dynamic) ? Stream.of(this) : Stream.empty();
        Stream<RegistryState> load = result.equals(database)
                ? Stream.of(this, new RegistryState(database, tagged, database, nesting))
                : Stream.empty();
        return Stream.concat(hit, load);
    }

    private Stream<RegistryState> afterNesting(Object result) {
        Stream<RegistryState> hit = result.equals(nesting) ? Stream.of(this) : Stream.empty();
        Stream<RegistryState> load = afterTagged(result).flatMap(inner -> Stream.of(inner,
                new RegistryState(database, inner.tagged, dynamic, (Integer) result)));
        return Stream.concat(hit, load);
    }
}
