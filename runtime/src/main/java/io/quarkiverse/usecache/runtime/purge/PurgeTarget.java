package io.quarkiverse.usecache.runtime.purge;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.LogText;
import io.quarkiverse.usecache.spi.EdgePurgeException;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.mutiny.Uni;

/** One cache outside, which is asked to purge one batch after the other. All but {@link #add} happens on its lane. */
public final class PurgeTarget {

    private static final Logger LOG = Logger.getLogger(PurgeTarget.class);
    private static final int MOST_SHOWN = 20;

    private final TargetSettings settings;
    private final EdgePurger purger;
    private final Lane lane;
    private final Ticker ticker;
    private final List<PurgeListener> listeners;
    private final Pending pending;
    private final PurgeCounts counts = new PurgeCounts();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private boolean asking;
    private boolean ending;
    private boolean ended;
    private Runnable endPause;
    private volatile int failures;
    private volatile String lastFailure = "";

    PurgeTarget(TargetSettings settings, EdgePurger purger, Lane lane, Ticker ticker, List<PurgeListener> listeners) {
        this.settings = settings;
        this.purger = purger;
        this.lane = lane;
        this.ticker = ticker;
        this.listeners = listeners;
        this.pending = new Pending(settings.maximumPending());
    }

    public String name() {
        return settings.name();
    }

    public PurgeCounts counts() {
        return counts;
    }

    public PurgeStatus status() {
        long now = ticker.read();
        return new PurgeStatus(pending.isEverything(), pending.size(), Duration.ofNanos(now - pending.oldest(now)), failures,
                lastFailure);
    }

    void add(RevalidationMode mode, Collection<String> tags, long sequence) {
        if (pending.add(mode, tags, sequence, ticker.read())) {
            LOG.warnf("More than [%d] tags wait to be purged at [%s], too many to remember: everything is purged there "
                    + "instead, as soon as it answers. See why it does not, or raise %s.", settings.maximumPending(), name(),
                    TargetSettings.property(name(), "maximum-pending"));
        }
        lane.execute(this::ask);
    }

    void addEverything() {
        pending.addEverything(ticker.read());
        lane.execute(this::ask);
    }

    private void ask() {
        if (!asking && endPause == null && !ended) {
            Batch batch = pending.next(Math.max(1, purger.maximumTags()));
            if (batch != null) {
                asking = true;
                ask(batch);
            } else if (ending) {
                drained.complete(null);
            }
        }
    }

    private void ask(Batch batch) {
        Uni.createFrom().deferred(() -> request(batch)).ifNoItem().after(settings.timeout())
                .failWith(() -> new EdgePurgeException("there was no answer in " + settings.timeout().toMillis() + " ms"))
                .subscribe().with(done -> lane.execute(() -> purged(batch)),
                        failure -> lane.execute(() -> failed(batch, failure)));
    }

    private Uni<Void> request(Batch batch) {
        return batch.isEverything() ? purger.purgeEverything()
                : purger.purge(List.copyOf(batch.tags().keySet()), batch.mode(), batch.sequence());
    }

    private void purged(Batch batch) {
        pending.purged(batch);
        counts.purged(batch);
        tell(batch);
        LOG.debugf("%s purged at [%s]", batch.text(), name());
        if (failures > 0) {
            LOG.infof("[%s] purges again, after [%d] requests that failed.", name(), failures);
        }
        failures = 0;
        lastFailure = "";
        asking = false;
        ask();
    }

    private void tell(Batch batch) {
        long now = ticker.read();
        for (PurgeListener listener : listeners) {
            if (batch.isEverything()) {
                listener.purged(name(), now - batch.since());
            }
            batch.tags().values().forEach(each -> listener.purged(name(), now - each.since));
        }
    }

    /** A failure that goes on is told once: how long it lasts stands in health and metrics. */
    private void failed(Batch batch, Throwable failure) {
        pending.failed(batch);
        counts.failed();
        Duration pause = settings.delay().after(failures + 1, failure);
        String reason = failure instanceof EdgePurgeException ? failure.getMessage() : LogText.of(failure);
        boolean isNews = !reason.equals(lastFailure);
        failures++;
        lastFailure = reason;
        LOG.logf(isNews ? Logger.Level.WARN : Logger.Level.DEBUG, "%s could not be purged at [%s]: %s. It is tried again in "
                + "[%d ms] and until it succeeds; meanwhile answers may be old there.", batch.text(), name(), reason,
                pause.toMillis());
        asking = false;
        endPause = lane.after(pause.toMillis(), this::resume);
    }

    private void resume() {
        endPause = null;
        ask();
    }

    /** Tries once more what waits, without a pause. The stage ends when nothing waits, and does not fail. */
    CompletionStage<Void> drain() {
        lane.execute(() -> {
            ending = true;
            cancelPause();
            ask();
        });
        return drained;
    }

    private void cancelPause() {
        if (endPause != null) {
            endPause.run();
            endPause = null;
        }
    }

    /** Asks no more, and says what is lost. */
    void end() {
        lane.execute(() -> {
            ended = true;
            cancelPause();
        });
        if (!pending.isEmpty()) {
            LOG.errorf("The application has ended before [%s] has purged %s, because %s. What was made with that may be old "
                    + "there until it expires: purge it by hand.", name(),
                    pending.isEverything() ? "everything"
                            : "[" + pending.size() + "] tags, " + LogText.of(pending.first(MOST_SHOWN)),
                    failures == 0 ? "there was no time left" : lastFailure);
        }
    }
}
