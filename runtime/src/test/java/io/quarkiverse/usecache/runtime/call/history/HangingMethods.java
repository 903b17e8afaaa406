package io.quarkiverse.usecache.runtime.call.history;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.history.History.Part;
import io.quarkiverse.usecache.runtime.call.history.History.Value;
import io.smallrye.mutiny.Uni;

/** Cached methods whose loads return, wait, hang, fail or change their argument, as the seed says. */
final class HangingMethods {

    static final int ITEMS = 6;
    private static final int AGES_OF_A_HANGING_LOAD = 20;

    final List<TestMethod> all;
    /** They never return: the one without a thread, the other on a thread that cannot be interrupted. */
    final List<TestMethod> stuck;
    final CompletableFuture<Object> end = new CompletableFuture<>();
    private final History history;
    private final long hang;
    private final long seed;
    private final AtomicLong loads = new AtomicLong();

    HangingMethods(TestCache cache, History history, Duration joinTimeout, long seed) {
        this.history = history;
        this.hang = joinTimeout.toMillis() * AGES_OF_A_HANGING_LOAD;
        this.seed = seed;
        TestMethod value = cache.method("value", argument -> value((int[]) argument), "all");
        TestMethod uni = cache.uni("uni", argument -> uni((int[]) argument), "all");
        TestMethod outer = cache.method("outer", argument -> outer(value, (int[]) argument), "all");
        TestMethod outerUni = cache.uni("outerUni", argument -> outerUni(uni, (int[]) argument), "all");
        all = List.of(value, uni, outer, outerUni);
        stuck = List.of(cache.uni("stuckUni", argument -> Uni.createFrom().completionStage(end)),
                cache.method("stuck", argument -> end.join()));
    }

    /** @param item an argument that the caller may change as soon as this has returned */
    Object call(TestMethod method, int[] item) throws Exception {
        History.Before before = history.callBegins();
        int asked = item[0];
        Object returned = method.call(item);
        return returned instanceof Uni<?> uni ? uni.map(value -> check(before, asked, value)) : check(before, asked, returned);
    }

    private static Value check(History.Before before, int asked, Object value) {
        Value checked = before.check("a call for " + asked, (Value) value);
        assertThat(checked.parts()).as("what belongs to [%d]", asked).allMatch(part -> part.tags().contains(tag(asked)));
        return checked;
    }

    static void change(int[] argument) {
        argument[0] = (argument[0] + 1) % ITEMS;
    }

    static String tag(int item) {
        return "item:" + item;
    }

    private Part part(String method, int item) {
        cacheTag(tag(item));
        return new Part(method, history.loadBegins(), List.of("all", tag(item)));
    }

    private Value value(int[] argument) throws Exception {
        Part part = part("value", argument[0]);
        SplittableRandom chance = chance();
        switch (chance.nextInt(10)) {
            case 0 -> waitAtMost(hang);
            case 1, 2 -> waitAtMost(chance.nextInt(1, 5));
            case 3 -> throw new HistoryMethods.Broken();
            case 4 -> change(argument);
            default -> Thread.yield();
        }
        return History.made("default", part);
    }

    private void waitAtMost(long millis) throws Exception {
        try {
            end.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Thread.yield();
        }
    }

    private Uni<Value> uni(int[] argument) {
        Part part = part("uni", argument[0]);
        SplittableRandom chance = chance();
        Uni<Value> value = Uni.createFrom().item(() -> History.made("default", part));
        return switch (chance.nextInt(10)) {
            case 0 -> Uni.createFrom().completionStage(end).replaceWith(History.made("default", part));
            case 1, 2 -> value.onItem().delayIt().by(Duration.ofMillis(chance.nextInt(1, 5)));
            case 3 -> Uni.createFrom().failure(HistoryMethods.Broken::new);
            case 4 -> value.invoke(() -> change(argument));
            default -> value;
        };
    }

    private Value outer(TestMethod value, int[] argument) throws Exception {
        return History.made("default", part("outer", argument[0]), (Value) call(value, argument.clone()));
    }

    @SuppressWarnings("unchecked")
    private Uni<Value> outerUni(TestMethod uni, int[] argument) throws Exception {
        Part part = part("outerUni", argument[0]);
        return ((Uni<Value>) call(uni, argument.clone())).map(value -> History.made("default", part, value));
    }

    private SplittableRandom chance() {
        return new SplittableRandom(seed * 1_000_003 + loads.incrementAndGet());
    }
}
