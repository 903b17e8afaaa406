package io.quarkiverse.usecache.runtime.life;

import java.time.Duration;

import io.quarkiverse.usecache.Lifetime;

/**
 * Finds the life of one load: what the code asks for while it runs, else what the method declares, else the shortest of its
 * default and the lives of the cached calls it makes. Not thread-safe.
 */
public final class LifeChoice {

    private final LifeRule declared;
    private final Field stale;
    private final Field revalidate;
    private final Field expire;

    public LifeChoice(LifeRule declared) {
        this.declared = declared;
        this.stale = new Field(declared.lifetime().stale(), declared.staleGiven());
        this.revalidate = new Field(declared.lifetime().revalidate(), declared.revalidateGiven());
        this.expire = new Field(declared.lifetime().expire(), declared.expireGiven());
    }

    /**
     * Asks for a life: of several the minimum counts, and a {@code null} component leaves what is inherited. An inherited
     * {@code revalidate} yields to a shorter {@code expire}.
     */
    public void ask(Lifetime asked) {
        if (asked.revalidate() != null && asked.expire() == null) {
            requireNotLonger(asked.revalidate(), declared.lifetime().expire());
        }
        stale.ask(asked.stale());
        revalidate.ask(asked.revalidate());
        expire.ask(asked.expire());
    }

    private static void requireNotLonger(Duration revalidate, Duration expire) {
        if (revalidate.compareTo(expire) > 0) {
            throw new IllegalArgumentException("revalidate [" + revalidate + "] must not be longer than the inherited expire ["
                    + expire + "]: a value cannot be fresh after it has expired. Give a longer expire as well.");
        }
    }

    /** Takes a nested call's life into account, where neither the method nor its code says anything. */
    public void nested(Life life) {
        stale.nested(life.stale());
        revalidate.nested(life.revalidate());
        expire.nested(life.expire());
    }

    public Life life() {
        long age = expire.nanos();
        return new Life(stale.nanos(), Math.min(revalidate.nanos(), age), age);
    }

    private static final class Field {

        private long nanos;
        private boolean given;
        private boolean asked;

        Field(Duration declared, boolean given) {
            this.nanos = Life.nanos(declared);
            this.given = given;
        }

        void ask(Duration duration) {
            if (duration != null) {
                long wanted = Life.nanos(duration);
                nanos = asked ? Math.min(nanos, wanted) : wanted;
                asked = true;
                given = true;
            }
        }

        void nested(long inner) {
            if (!given) {
                nanos = Math.min(nanos, inner);
            }
        }

        long nanos() {
            return nanos;
        }
    }
}
