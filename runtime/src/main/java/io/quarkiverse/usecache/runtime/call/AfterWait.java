package io.quarkiverse.usecache.runtime.call;

import java.time.Duration;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.call.Decision.End;
import io.quarkiverse.usecache.runtime.call.Decision.Join;
import io.quarkiverse.usecache.runtime.call.Decision.Share;
import io.quarkiverse.usecache.runtime.call.Decision.Waited;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.Call;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;

/** Decides what a call does that has waited for another's load: share its outcome, look again, take over or go alone. */
final class AfterWait {

    private static final Logger LOG = Logger.getLogger(AfterWait.class);

    private final ReadThrough readThrough;
    private final Leads leads;
    private final FreshnessCheck freshness;
    private final CacheListeners listeners;
    private final long joinTimeout;

    /** @param joinTimeout the age from which on a load is not waited for */
    AfterWait(ReadThrough readThrough, Leads leads, FreshnessCheck freshness, CacheListeners listeners, Duration joinTimeout) {
        this.readThrough = readThrough;
        this.leads = leads;
        this.freshness = freshness;
        this.listeners = listeners;
        this.joinTimeout = Life.nanos(joinTimeout);
    }

    /** What follows when a load has ended that the call waited for: tags may have become known, and moved, meanwhile. */
    Decision ended(Join join, Outcome outcome, Call call) {
        if (mayHave(outcome, join, call)) {
            listeners.joined(call.method(), call.key(), outcome.result());
            if (call.around() != null) {
                call.around().absorb(join.load(), outcome);
            }
            return new Share(outcome);
        }
        if (outcome instanceof Outcome.Withdrawn) {
            return readThrough.decide(call, join.waited());
        }
        return join.waited().again() && !outcome.shareable() ? leads.alone(call)
                : readThrough.decide(call, join.waited().inVain());
    }

    private boolean mayHave(Outcome outcome, Join join, Call call) {
        Entry result = outcome.result();
        long epoch = freshness.epoch();
        return outcome.shareable() && (result == null || isLikeItsOwn(result, join)
                || !freshness.seeAllIf(result.expired()) && call.store().mayServe(result, epoch));
    }

    /**
     * A call that has looked again takes what a load returns that ran while it waited, whatever was revalidated meanwhile: it
     * would take what it loads itself too. Else all that wait would load, each for itself, when a tag has moved during two
     * loads.
     */
    private static boolean isLikeItsOwn(Entry result, Join join) {
        return join.waited().again() && join.waited().isBefore(join.load().collector().view().stamp())
                && !result.tags().areUndone();
    }

    /**
     * What follows when a load has not ended in time. Of all that wait for it, one begins another in its place, and the rest
     * wait for that one.
     */
    Decision timedOut(Join join, Call call) {
        LOG.debugf("Not waited for any longer: [%s%s]", call.method(), call.key());
        if (join.end() == End.GO_ALONE) {
            return leads.alone(call);
        }
        call.method().warnStuck("A load", Duration.ofNanos(joinTimeout).toMillis());
        Waited waited = join.waited().withoutDeadline();
        Decision decision = readThrough.replace(join.load(), call, waited);
        return decision == null ? readThrough.decide(call, waited) : decision;
    }
}
