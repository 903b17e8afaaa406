package io.quarkiverse.usecache.runtime.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Drops the numbers of tags from a state that has too many of them: first those of revalidations that the log has no more, and
 * if that is not enough those of all. Entries with such tags that are older than the floor then count as revalidated.
 */
final class Cleaning {

    private static final Logger LOG = Logger.getLogger(Cleaning.class);

    private static final int OTHER_FIELDS = 6;

    private final RedisStoreOptions options;
    private final Channel control;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean wasNotEnough;

    Cleaning(RedisStoreOptions options, Channel control) {
        this.options = options;
        this.control = control;
    }

    /** What an answer says about the state. */
    void seen(String generation, long clock, long fields) {
        if (fields <= options.maximumTags() + OTHER_FIELDS) {
            wasNotEnough = false;
        } else if (running.compareAndSet(false, true)) {
            CompletableFuture<Long> floor = wasNotEnough ? CompletableFuture.completedFuture(clock) : beforeLog(clock);
            floor.thenCompose(each -> clean(generation, each, "0")).whenComplete((done, failure) -> {
                wasNotEnough = failure == null;
                running.set(false);
                LOG.debugf("Dropped numbers of tags from a state of [%d]: [%s]", fields, failure == null ? "done" : failure);
            });
        }
    }

    private CompletableFuture<Long> beforeLog(long clock) {
        Request first = Request.cmd(Command.XRANGE).arg(options.names().log()).arg("-").arg("+").arg("COUNT").arg(1);
        return control.send(first).thenApply(found -> found.size() == 0 ? clock : Answers.sequence(found.get(0).get(0)) - 1);
    }

    private CompletableFuture<Void> clean(String generation, long floor, String cursor) {
        List<String> keys = List.of(options.names().state());
        return new ScriptCall(Script.CLEAN, keys, List.of(generation, floor, cursor)).on(control)
                .thenCompose(next -> next.toString().equals("0") ? CompletableFuture.completedFuture(null)
                        : clean(generation, floor, next.toString()));
    }
}
