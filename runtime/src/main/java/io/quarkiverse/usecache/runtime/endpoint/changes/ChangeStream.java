package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * One client. It reads the log from where it is, as fast as its connection takes what it is sent; nothing is kept for it but
 * its place in the log. All happens on its event loop.
 */
final class ChangeStream {

    private static final int BATCH = 64;
    private static final int LONGEST_QUEUE = 64 * 1024;

    private final Context context;
    private final HttpServerResponse response;
    private final ChangeLog log;
    private final WatchedTags tags;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable watcher = this::wake;
    private long position;
    private boolean stuck;

    ChangeStream(Context context, HttpServerResponse response, ChangeLog log, WatchedTags tags) {
        this.context = context;
        this.response = response;
        this.log = log;
        this.tags = tags;
    }

    /** @param lastId what the client was told last, or {@code null} */
    void begin(String lastId) {
        response.setWriteQueueMaxSize(LONGEST_QUEUE);
        response.drainHandler(drained -> send());
        log.watch(watcher);
        long known = lastId == null ? log.last() : log.numberOf(lastId);
        if (known < 0) {
            startOver();
        } else {
            position = known;
            response.write(id());
        }
        send();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(now -> send());
        }
    }

    private void send() {
        woken.set(false);
        while (isOpen() && !response.writeQueueFull()) {
            List<Change> changes = log.after(position, BATCH);
            if (changes == null) {
                startOver();
            } else if (changes.isEmpty()) {
                return;
            } else {
                write(changes);
            }
        }
    }

    private void write(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            position = change.number();
            if (change.isOfAnything()) {
                text.append(event("reset", new JsonObject())).append(id());
            } else {
                change.tags().stream().filter(tags::match).forEach(tag -> text.append(event("change",
                        new JsonObject().put("tag", tag).put("mode", change.mode().name().toLowerCase(Locale.ROOT)))));
            }
        }
        if (!text.isEmpty()) {
            response.write(text.append(id()).toString());
        }
    }

    /** The client has missed what nobody knows any more. */
    private void startOver() {
        position = log.last();
        response.write(event("reset", new JsonObject()) + id());
    }

    private String event(String name, JsonObject data) {
        return "event: " + name + "\ndata: " + data.put("sequence", position).encode() + "\n\n";
    }

    /** Is no event by itself: it tells where to go on, and stands behind the events that it is of. */
    private String id() {
        return "id: " + log.idOf(position) + "\n\n";
    }

    /**
     * To be called now and then.
     *
     * @return whether the client has taken nothing since it was called before
     */
    boolean isStuck() {
        boolean full = response.writeQueueFull();
        boolean stuckBefore = stuck && full;
        stuck = full;
        if (!full && isOpen()) {
            response.write(id());
        }
        return stuckBefore;
    }

    boolean isOpen() {
        return !response.closed() && !response.ended();
    }

    void forget() {
        log.forget(watcher);
    }

    void end() {
        context.runOnContext(now -> {
            if (isOpen()) {
                response.end();
            }
        });
    }
}
