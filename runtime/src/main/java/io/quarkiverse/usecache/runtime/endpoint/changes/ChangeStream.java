package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;

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
        long known = lastId == null ? log.last() : log.numberOf(lastId);
        if (known < 0) {
            startOver();
        } else {
            position = known;
            response.write(id());
        }
        send();
    }

    /** Sends what there is to send, if the connection takes it. */
    void send() {
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
            change.tell(tags, text);
        }
        if (!text.isEmpty()) {
            response.write(text.append(id()).toString());
        }
    }

    /** The client has missed what nobody knows any more. */
    private void startOver() {
        position = log.last();
        response.write(Change.reset(position) + id());
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

    void end() {
        context.runOnContext(now -> {
            if (isOpen()) {
                response.end();
            }
        });
    }
}
