package io.quarkiverse.usecache.runtime.tag;

/**
 * When a tag was last revalidated, in logical time. There is one for each tag that a live entry carries, so that an entry holds
 * the state itself and checks it without a look-up.
 */
public final class TagState {

    /** No tag that the application gives is empty. */
    static final String UNNAMED = "";

    private static final long DROPPED = Long.MAX_VALUE;

    private final String tag;
    private volatile long expired;
    private volatile long stale;
    private volatile long sweep;
    private volatile boolean retired;

    TagState(String tag, long expired, long stale) {
        this.tag = tag;
        this.expired = expired;
        this.stale = stale;
    }

    public String tag() {
        return tag;
    }

    /** Whether the application gave it, so that people see it and it counts. */
    public boolean isNamed() {
        return !tag.isEmpty() && !ReservedTags.isReserved(tag);
    }

    /** Whether it stands for a transaction that has not ended: what carries it is not for other nodes yet. */
    public boolean isUndo() {
        return tag.isEmpty() && !retired;
    }

    /** Whether it stands for a transaction that was rolled back. */
    boolean isUndone() {
        return tag.isEmpty() && expired > 0;
    }

    /** The transaction it stands for was committed, so that entries need not carry it any more. */
    public void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    /** It is in use for as long as the application runs. */
    void pin() {
        sweep = Long.MAX_VALUE;
    }

    /** Whether what was loaded at this stamp must not be served any more. */
    public boolean expiredAfter(long stamp) {
        return expired > stamp;
    }

    /** Whether what was loaded at this stamp is to be refreshed. */
    public boolean staleAfter(long stamp) {
        return stale > stamp;
    }

    /** Invariant I2: the numbers only grow, whichever of two revalidations stores last. */
    synchronized void raiseExpired(long sequence) {
        expired = Math.max(expired, sequence);
    }

    synchronized void raiseStale(long sequence) {
        stale = Math.max(stale, sequence);
    }

    /** Leaves the state expired for ever: a load that still holds it cannot be told of revalidations any more. */
    synchronized void drop(Floor floor) {
        floor.raiseExpired(expired);
        floor.raiseStale(stale);
        expired = DROPPED;
    }

    void usedIn(long currentSweep) {
        if (sweep < currentSweep) {
            sweep = currentSweep;
        }
    }

    boolean isUsedSince(long earlierSweep) {
        return sweep >= earlierSweep;
    }
}
