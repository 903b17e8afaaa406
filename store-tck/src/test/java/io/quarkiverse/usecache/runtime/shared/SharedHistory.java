package io.quarkiverse.usecache.runtime.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.quarkiverse.usecache.tck.MemoryLog;

/**
 * Three nodes, a database, and what the seed says: calls, commits with revalidations, faults of the store and of the ways to
 * it, each of them also in the middle of a load. A value is the number of the commit that it shows.
 */
final class SharedHistory {

    private static final int ITEMS = 4;
    private static final int DEEPEST = 2;

    /** A revalidation that all nodes know of. */
    private record Known(long at, int item, long commit) {
    }

    private final Random random;
    private final TestWorld world = new TestWorld();
    private final List<TestNode> nodes = Stream.of("a", "b", "c").map(world::impatientNode).toList();
    private final long[] database = new long[ITEMS];
    private final long[][] returned = new long[3][ITEMS];
    private final List<Known> known = new ArrayList<>();
    private final Set<Integer> loading = new HashSet<>();
    private final List<String> trail = new ArrayList<>();
    private MemoryLog master = world.master;
    private MemoryLog standby = world.replica;
    private int depth;
    int calls;
    int hits;
    int faults;

    SharedHistory(long seed) {
        random = new Random(seed);
        nodes.forEach(TestNode::started);
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            perform();
        }
        end();
    }

    private void perform() {
        int choice = random.nextInt(100);
        int x = random.nextInt(nodes.size());
        int item = random.nextInt(ITEMS);
        if (choice < 45) {
            callUnlessLoading(x, item, random.nextInt(4) == 0);
        } else if (choice < 60) {
            revalidate(x, item);
        } else if (choice < 80) {
            nodes.get(x).beat();
        } else if (choice < 88) {
            pass(Duration.ofMillis(random.nextInt(900)));
        } else {
            faults++;
            disturb(x, random.nextInt(16));
        }
    }

    private void pass(Duration time) {
        nodes.forEach(node -> node.sleep(time));
        world.micros.addAndGet(time.toNanos() / 1_000);
    }

    private long now() {
        return nodes.get(0).nanos.get();
    }

    /** A call that waits for a load in flight would wait for its own thread. */
    private void callUnlessLoading(int x, int item, boolean outer) {
        if (loading.add(x * ITEMS + item)) {
            try {
                call(x, item, outer);
            } finally {
                loading.remove(x * ITEMS + item);
            }
        }
    }

    private void call(int x, int item, boolean outer) {
        long need = needOf(x, item);
        String what = (outer ? "outer" : "read") + " of " + item + " on " + x;
        trail.add(what + " begins, needs " + need);
        int before = nodes.get(x).loads.get();
        long value = outer ? outer(x, item).call("k" + item) : read(x, item).call("k" + item);
        calls++;
        hits += nodes.get(x).loads.get() == before ? 1 : 0;
        trail.add(what + " gives " + value);
        assertThat(value).as(() -> String.join("\n", trail.subList(Math.max(0, trail.size() - 60), trail.size())))
                .isGreaterThanOrEqualTo(need);
    }

    /** G1: what returned on this node. G2: what has been known everywhere for longer than a lease. */
    private long needOf(int x, int item) {
        long since = now() - TestNode.LEASE.toNanos();
        return known.stream().filter(one -> one.item() == item && one.at() < since).mapToLong(Known::commit)
                .reduce(returned[x][item], Math::max);
    }

    private TestNode.TestMethod read(int x, int item) {
        return nodes.get(x).method("read", "shared", TestNode.LONG, () -> {
            long value = database[item];
            inTheMiddle();
            return value;
        }, "item:" + item);
    }

    private TestNode.TestMethod outer(int x, int item) {
        return nodes.get(x).method("outer", "shared", TestNode.LONG, () -> {
            long value = read(x, item).call("k" + item);
            inTheMiddle();
            return value;
        });
    }

    private void inTheMiddle() {
        if (depth < DEEPEST && random.nextInt(3) == 0) {
            LoadScope before = LoadScope.enter(null);
            depth++;
            try {
                IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> perform());
            } finally {
                depth--;
                LoadScope.enter(before);
            }
        }
    }

    private void revalidate(int x, int item) {
        long commit = ++database[item];
        if (random.nextInt(8) == 0) {
            nodes.get(x).begin(RevalidationMode.STALE, "item:" + item);
            return;
        }
        trail.add("commit " + commit + " of " + item + ", revalidated on " + x);
        nodes.get(x).begin(RevalidationMode.EXPIRE, "item:" + item, "other:" + random.nextInt(30))
                .whenComplete((told, failure) -> returned(x, item, commit, told));
    }

    private void returned(int x, int item, long commit, Told told) {
        trail.add("revalidation of " + commit + " of " + item + " returned on " + x + ": " + told);
        returned[x][item] = Math.max(returned[x][item], commit);
        if (told.propagated()) {
            known.add(new Known(now(), item, commit));
            int other = random.nextInt(nodes.size());
            if (nodes.get(other).node.await(told.token()).toCompletableFuture().getNow(false)) {
                returned[other][item] = Math.max(returned[other][item], commit);
            }
        }
    }

    private void disturb(int x, int choice) {
        TestNode node = nodes.get(x);
        trail.add("fault " + choice + " of " + x);
        switch (choice) {
            case 0 -> node.store.log.fail(Kind.values()[random.nextInt(3)]);
            case 1 -> node.store.log.loseAnswers(random.nextBoolean() ? Kind.LOST : Kind.TIMED_OUT);
            case 2 -> node.store.log.holdAnswers();
            case 3 -> node.store.log.holdCommands();
            case 4 -> node.store.log.releaseOne();
            case 5 -> node.store.log.timeOutHeld();
            case 6 -> node.store.data.fail(Kind.values()[random.nextInt(3)]);
            case 7 -> node.store.data.loseAnswers(Kind.TIMED_OUT);
            case 8 -> node.stores.get("shared").discardAll();
            case 9 -> master.trim();
            case 10 -> standby.copy(master);
            case 11 -> failOver();
            case 12 -> master.lose();
            case 13 -> restart();
            default -> heal(node);
        }
    }

    /** What is held comes first: the answers of one connection never overtake each other. */
    private void heal(TestNode node) {
        node.store.log.releaseAll();
        node.store.log.heal();
        node.store.data.heal();
    }

    /** The standby takes over as it is, and nobody is answered by the old master any more. */
    private void failOver() {
        MemoryLog old = master;
        master = standby;
        standby = old;
        master.promote();
        reconnectAll();
    }

    /** The master comes back with what the standby had. */
    private void restart() {
        master.copy(standby);
        master.promote();
        reconnectAll();
    }

    /** Nobody stays with the old master: two masters at once are more than is promised for. */
    private void reconnectAll() {
        nodes.forEach(node -> {
            node.store.connectTo(master);
            node.store.log.fail(Kind.LOST);
            node.store.log.timeOutHeld();
            node.beat();
            node.store.log.heal();
        });
    }

    /** G3: all that was revalidated is propagated after, whatever happened. */
    private void end() {
        depth = DEEPEST;
        nodes.forEach(this::heal);
        for (int round = 0; round < 10; round++) {
            nodes.forEach(TestNode::beat);
        }
        pass(TestNode.LEASE.plusMillis(1));
        nodes.forEach(TestNode::beat);
        for (int x = 0; x < nodes.size(); x++) {
            assertThat(nodes.get(x).node.status().pending()).as("pending").isZero();
            assertThat(nodes.get(x).node.status().state()).isEqualTo(NodeStatus.State.RUNNING);
            for (int item = 0; item < ITEMS; item++) {
                call(x, item, false);
            }
        }
    }
}
