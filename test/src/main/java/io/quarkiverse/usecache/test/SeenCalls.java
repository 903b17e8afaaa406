package io.quarkiverse.usecache.test;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.test.SeenCall.What;

/** What became of calls while an action ran: of those that are looked at, and of others, which messages name. */
final class SeenCalls implements Consumer<SeenCall> {

    private static final int MOST_SHOWN = 20;

    private final Predicate<MethodId> methods;
    private final Queue<SeenCall> own = new ConcurrentLinkedQueue<>();
    private final Queue<SeenCall> others = new ConcurrentLinkedQueue<>();

    SeenCalls(Predicate<MethodId> methods) {
        this.methods = methods;
    }

    @Override
    public void accept(SeenCall call) {
        (methods.test(call.method()) ? own : others).add(call);
    }

    /** Whether there were calls, and nothing else became of any. */
    boolean areAll(What what) {
        List<SeenCall> calls = own.stream().filter(call -> call.what().isOfCall()).toList();
        return !calls.isEmpty() && calls.stream().allMatch(call -> call.what() == what);
    }

    boolean include(What what) {
        return own.stream().anyMatch(call -> call.what() == what);
    }

    AssertionError unlike(String expected, String place) {
        return new AssertionError("Expected " + expected + ", but " + (own.isEmpty() ? nothing() : "saw " + shown(own)) + ": "
                + place + ".");
    }

    private String nothing() {
        return "no such call reached the cache" + (others.isEmpty() ? "" : ", only " + shown(others))
                + ". Call the method of an injected bean, await what is asynchronous, and look whether "
                + "quarkus.use-cache.enabled is false";
    }

    private static String shown(Collection<SeenCall> calls) {
        String first = calls.stream().limit(MOST_SHOWN).map(SeenCall::toString).collect(Collectors.joining(", "));
        return "[" + first + (calls.size() > MOST_SHOWN ? ", and " + (calls.size() - MOST_SHOWN) + " more" : "") + "]";
    }
}
