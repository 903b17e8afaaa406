package io.quarkiverse.usecache.runtime.shared;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.shared.notice.SeldomLog;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.LogEntry;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;

/**
 * Applies what the log answers, one answer at a time: to the numbers that shared entries are checked against, and to the
 * entries of this node. It holds the node's position in the log, and the lease that comes of being up to date.
 */
public final class LogFollower {

    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final int KEPT_GENERATIONS = 64;

    /** What became of an answer. */
    enum Handled {
        APPLIED,
        /** It came over a former connection, or a later answer was handled before. */
        IGNORED,
        /** It is of a generation that this node has left, so that it comes from a master that others have left too. */
        LEFT
    }

    /** One connection to the log. Whether it is a former one is guarded by the follower. */
    static final class Link {

        final RevalidationLog log;
        int timeOuts;
        private boolean former;

        Link(RevalidationLog log) {
            this.log = log;
        }
    }

    private final SharedSettings settings;
    private final Ticker ticker;
    private final TagNumberMap numbers;
    private final OwnRevalidations own;
    private final LocalEffects local;
    private final StoreTime time;
    private final SeldomLog log;
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<Position> ownAhead = new LinkedHashSet<>();
    private volatile Position position = Position.NONE;
    private volatile long leaseEnd;
    private volatile long resyncs;
    private volatile long lag;

    LogFollower(SharedSettings settings, Ticker ticker, TagNumberMap numbers, OwnRevalidations own, LocalEffects local,
            StoreTime time) {
        this.settings = settings;
        this.ticker = ticker;
        this.numbers = numbers;
        this.own = own;
        this.local = local;
        this.time = time;
        this.log = new SeldomLog(LOG, ticker);
        this.leaseEnd = ticker.read();
    }

    /** R2: generation and sequence of one moment. */
    public Position position() {
        return position;
    }

    boolean hasReached(Position wanted) {
        Position now = position;
        return now.generation().equals(wanted.generation()) && now.sequence() >= wanted.sequence();
    }

    /** Whether what is held may be served. The clock is read, because any other time is old after a pause of the process. */
    public boolean isLeased() {
        return ticker.read() - leaseEnd < 0;
    }

    long leaseLeft() {
        return leaseEnd - ticker.read();
    }

    long resyncs() {
        return resyncs;
    }

    /** How many revalidations the store had, when it last answered, that are not applied here. */
    long lag() {
        return lag;
    }

    /** From now on nothing is heard from it. */
    synchronized void leave(Link link) {
        link.former = true;
    }

    /**
     * R5: a lease counts from when its pull was sent, and needs all that had happened by then.
     *
     * @param sent when it was sent, by the ticker
     */
    synchronized Handled pulled(Link link, LogAnswer answer, long sent) {
        Handled handled = handle(link, answer, sent);
        if (handled == Handled.APPLIED && position.sequence() >= answer.clock() && sent + settings.lease() - leaseEnd > 0) {
            leaseEnd = sent + settings.lease();
        }
        return handled;
    }

    /**
     * The answer to a revalidation of this node, whose sequence is the answer's clock.
     *
     * @param sent when it was sent, by the ticker
     */
    synchronized Handled revalidated(Link link, LogAnswer answer, long sent) {
        Position mine = new Position(answer.generation(), answer.clock());
        ownAhead.add(mine);
        Handled handled = handle(link, answer, sent);
        if (handled != Handled.APPLIED || position.sequence() >= mine.sequence()) {
            ownAhead.remove(mine);
        }
        return handled;
    }

    /** R9: answers in order, over this connection; there is no way back to a generation that was left. */
    private Handled handle(Link link, LogAnswer answer, long sent) {
        Position before = position;
        boolean same = answer.generation().equals(before.generation());
        if (link.former || same && answer.clock() < before.sequence()) {
            return Handled.IGNORED;
        }
        if (!same && left.contains(answer.generation())) {
            return Handled.LEFT;
        }
        time.said(answer.now(), sent, ticker.read()); // Before there is a position, from which on entries are dated by it.
        if (!same || answer.reload() || !leadsOn(answer, before.sequence())) {
            reload(answer, before);
        } else {
            apply(answer, before);
        }
        lag = Math.max(0, answer.clock() - position.sequence());
        return Handled.APPLIED;
    }

    /** R8: whether there is no hole. */
    private static boolean leadsOn(LogAnswer answer, long applied) {
        long last = applied;
        for (LogEntry entry : answer.entries()) {
            if (entry.sequence() > last + 1) {
                return false;
            }
            last = Math.max(last, entry.sequence());
        }
        return last > applied || answer.clock() == applied;
    }

    /** R3: the numbers, then the entries of this node, then the position; the lease comes after. */
    private void apply(LogAnswer answer, Position before) {
        List<LogEntry> news = answer.entries().stream().filter(entry -> entry.sequence() > before.sequence()).toList();
        if (!news.isEmpty()) {
            news.forEach(numbers::raise);
            news.forEach(entry -> applyHere(before.generation(), entry));
            position = new Position(before.generation(), news.get(news.size() - 1).sequence());
        }
    }

    /** What this node has revalidated itself has acted here before it was sent. */
    private void applyHere(String generation, LogEntry entry) {
        if (!ownAhead.remove(new Position(generation, entry.sequence()))) {
            local.revalidateAndTell(entry.mode(), entry.tags());
        }
    }

    /** R8: what is held is dropped after the baseline was read. R11: own revalidations are pending before its map is in use. */
    private void reload(LogAnswer answer, Position before) {
        sayWhy(answer, before);
        if (!answer.generation().equals(before.generation())) {
            own.repeat(ticker.read());
        }
        numbers.begin(answer.generation(), answer.clock());
        local.dropEverything();
        leave(before, answer.generation());
        position = new Position(answer.generation(), answer.clock());
        ownAhead.removeIf(mine -> !mine.generation().equals(answer.generation()) || hasReached(mine));
        resyncs++;
    }

    /** A node that begins for the first time has nothing to lose. */
    private void sayWhy(LogAnswer answer, Position before) {
        LOG.debugf("Begins anew at [%s-%d], was at [%s-%d]", answer.generation(), answer.clock(), before.generation(),
                before.sequence());
        if (before.generation().isEmpty()) {
            return;
        }
        if (before.generation().equals(answer.generation())) {
            log.warn("missed", "This node has missed more revalidations than the shared store keeps, and loads everything "
                    + "anew. If that comes again, let the store keep more: quarkus.use-cache.redis.log-entries.");
        } else {
            log.warn("generation", "The shared store was restarted, failed over, or has lost its data: all nodes load "
                    + "everything anew.");
        }
    }

    private void leave(Position before, String next) {
        if (!before.generation().isEmpty() && !before.generation().equals(next)) {
            left.add(before.generation());
            if (left.size() > KEPT_GENERATIONS) {
                left.remove(left.iterator().next());
            }
        }
    }
}
