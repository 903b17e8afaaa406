package io.quarkiverse.usecache.runtime.call.history;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerArray;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.history.History.Part;
import io.quarkiverse.usecache.runtime.call.history.History.Value;
import io.smallrye.mutiny.Uni;

/** Cached methods in three levels, as values and as Unis. Each value tells when every load that it was made of began. */
final class HistoryMethods {

    static final int ITEMS = 12;

    /** A load that was told to fail. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken() {
            super("broken", null, false, false);
        }
    }

    final AtomicIntegerArray failing = new AtomicIntegerArray(ITEMS);
    final List<TestMethod> all;
    private final History history;
    private final Executor otherThread;

    HistoryMethods(TestCache cache, History history, Executor otherThread) {
        this.history = history;
        this.otherThread = otherThread;
        TestMethod inner = cache.method("inner", item -> inner((int) item), "inner");
        TestMethod middle = cache.method("middle", item -> middle(inner, (int) item), "middle");
        TestMethod outer = cache.method("outer", cache.profile("seconds"), true, item -> outer(middle, (int) item), "outer");
        TestMethod elsewhere = cache.inOther("elsewhere", item -> elsewhere(middle, (int) item), "outer");
        TestMethod innerUni = cache.uni("innerUni", item -> innerUni((int) item), "inner");
        TestMethod middleUni = cache.uni("middleUni", item -> middleUni(innerUni, (int) item), "middle");
        TestMethod outerUni = cache.uni("outerUni", item -> outerUni(middleUni, (int) item), "outer");
        TestMethod waiting = cache.method("waiting", item -> outer(middleUni, (int) item), "outer");
        all = List.of(inner, innerUni, middle, middleUni, outer, outerUni, elsewhere, waiting);
    }

    /** The tags of the entries, and the two caches. */
    static List<String> tags() {
        List<String> tags = new ArrayList<>(List.of("default", "other", "inner", "middle", "outer"));
        for (int i = 0; i < ITEMS; i++) {
            tags.add("item:" + i);
            tags.add("middle:" + i);
        }
        return tags;
    }

    /** Calls one of the methods, and checks what it returns. */
    Value call(String caller, TestMethod method, int item) throws Exception {
        History.Before before = history.callBegins();
        Object value = method.call(item);
        if (value instanceof Uni<?> uni) {
            value = uni.await().atMost(Duration.ofSeconds(60));
        }
        return before.check(caller, (Value) value);
    }

    private Uni<Value> uni(String caller, TestMethod method, int item) throws Exception {
        History.Before before = history.callBegins();
        return method.uni(item).map(value -> before.check(caller, (Value) value));
    }

    private Value inner(int item) {
        long began = begin(item);
        String tag = "item:" + item;
        cacheTag(tag);
        return History.made("default", new Part("inner", began, List.of("inner", tag)));
    }

    private Value middle(TestMethod inner, int item) throws Exception {
        long began = begin(-1);
        Value one = call("a load of middle", inner, item);
        Value next = call("a load of middle", inner, (item + 1) % ITEMS);
        return History.made("default", middlePart(began, item), one, next);
    }

    private Part middlePart(long began, int item) {
        String tag = "middle:" + item;
        cacheTag(tag);
        return new Part("middle", began, List.of("middle", tag));
    }

    private Value outer(TestMethod middle, int item) throws Exception {
        Part part = new Part("outer", begin(-1), List.of("outer"));
        return History.made("default", part, call("a load of outer", middle, item));
    }

    private Value elsewhere(TestMethod middle, int item) throws Exception {
        Part part = new Part("elsewhere", begin(-1), List.of("outer"));
        return History.made("other", part, call("a load of elsewhere", middle, item));
    }

    /** Every second item comes from another thread. */
    private Uni<Value> innerUni(int item) {
        long began = begin(item);
        String tag = "item:" + item;
        cacheTag(tag);
        Uni<Value> value = Uni.createFrom()
                .item(() -> History.made("default", new Part("innerUni", began, List.of("inner", tag))));
        return item % 2 == 0 ? value : value.runSubscriptionOn(otherThread);
    }

    /** The second call is made, and the tag is given, wherever the first ends. */
    private Uni<Value> middleUni(TestMethod inner, int item) throws Exception {
        long began = begin(-1);
        return uni("a load of middleUni", inner, item)
                .flatMap(one -> next(inner, item).map(next -> History.made("default", middlePart(began, item), one, next)));
    }

    private Uni<Value> next(TestMethod inner, int item) {
        try {
            return uni("a load of middleUni", inner, (item + 1) % ITEMS);
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Uni<Value> outerUni(TestMethod middle, int item) throws Exception {
        Part part = new Part("outerUni", begin(-1), List.of("outer"));
        return uni("a load of outerUni", middle, item).map(value -> History.made("default", part, value));
    }

    /** Takes the time, lets others go on every now and then, and fails if it was told to. */
    private long begin(int item) {
        long began = history.loadBegins();
        if (began % 8 == 0) {
            Thread.yield();
        }
        if (item >= 0 && failing.compareAndSet(item, 1, 0)) {
            throw new Broken();
        }
        return began;
    }
}
