package io.quarkiverse.usecache.runtime.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that says which values must not be stored, whatever their tags and their life are. */
public final class ValueRules {

    /** What holds without any library. */
    public static final ValueRules PLAIN = new ValueRules(List.of());

    private final List<ValueRule> rules;

    public ValueRules(List<ValueRule> ofLibraries) {
        rules = Stream.concat(Stream.of(new OneShot()), ofLibraries.stream()).toList();
    }

    /** Why the value must not be stored, and what to do instead, or {@code null} if it may be. */
    public String problemWith(Object value) {
        Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return content == null ? null : firstProblemWith(content);
    }

    private String firstProblemWith(Object content) {
        for (ValueRule rule : rules) {
            String problem = rule.problemWith(content);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
