package io.quarkiverse.usecache.runtime.load;

import java.util.List;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.life.LifeChoice;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.Provenance;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.tag.TagStampsBuilder;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.template.TagExpression;
import io.quarkiverse.usecache.runtime.template.TemplateFailure;

/**
 * What one load says about its result while it runs: tags and life, its own and those of the cached calls it makes, and why it
 * must not be cached. Thread-safe.
 */
public final class Collector {

    /** @param refusal why the result must not be cached, or {@code null} */
    record Collected(TagStamps tags, Life life, String refusal, Provenance provenance) {
    }

    private final CachedMethod method;
    private final ReadView view;
    private final long started;
    private final RevalidationClock clock;
    private final TagStampsBuilder tags = new TagStampsBuilder();
    private Provenance provenance;
    private LifeChoice life;
    private String refusal;
    private volatile boolean closed;

    Collector(CachedMethod method, ReadView view, long started, RevalidationClock clock) {
        this.method = method;
        this.view = view;
        this.provenance = view.provenance();
        this.started = started;
        this.clock = clock;
    }

    /** Adds tags to the result; a tag that breaks the rules keeps the result from being cached. */
    synchronized void addTags(String... texts) {
        requireOpen();
        for (String text : texts) {
            addTag(text);
        }
    }

    /** Adds the tags that templates give for a call; a template that fails keeps the result from being cached. */
    void addTags(List<TagExpression> expressions, Object[] arguments, Object result) {
        try {
            for (TagExpression expression : expressions) {
                expression.addTo(arguments, result, this::addTag);
            }
        } catch (TemplateFailure e) {
            refuse(e.getMessage());
        }
    }

    /** Once the result is refused, no tag makes a difference any more, and none may cost anything. */
    private synchronized void addTag(String text) {
        if (refusal != null) {
            return;
        }
        String problem = TagRule.problemWith(text);
        if (problem != null) {
            refuse(problem);
        } else {
            add(clock.intern(text));
        }
    }

    /** Adds a tag with the stamp of this load. */
    synchronized void add(TagState tag) {
        tags.add(tag, view.stamp());
        refuseTooManyTags();
    }

    private void refuseTooManyTags() {
        if (tags.named() > TagRule.MAXIMUM_TAGS) {
            refuse("an entry must not carry more than " + TagRule.MAXIMUM_TAGS + " tags");
        }
    }

    synchronized void shortenTo(Lifetime lifetime) {
        requireOpen();
        choice().ask(lifetime);
    }

    /**
     * Keeps the result from being cached, and from calls that wait for it: it can never be revalidated, or what it holds is for
     * one user only.
     */
    synchronized void refuse(String reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    /** Takes over what a nested cached call says of its result. */
    synchronized void absorb(Entry inner) {
        take(inner.method(), inner.stamp(), inner.started(), inner.tags(), inner.life(), inner.provenance());
    }

    /** Takes over what a nested load said of its result, which need not have become an entry. */
    synchronized void absorb(Collector inner, Entry result) {
        if (result == null) {
            take(inner.method, inner.view.stamp(), inner.started, inner.tags(), inner.life(),
                    inner.provenance());
        } else {
            absorb(result);
        }
        if (inner.refusal() != null) {
            refuse(inner.refusal());
        }
    }

    private void take(CachedMethod inner, long stamp, long innerStarted, TagStamps innerTags, Life innerLife,
            Provenance innerProvenance) {
        provenance = provenance == null ? null : provenance.with(innerProvenance, innerTags);
        tags.addAll(innerTags, stamp);
        refuseTooManyTags();
        choice().nested(innerLife.after(started - innerStarted));
        if (inner.perPrincipal() && !method.perPrincipal()) {
            refuse("it calls " + inner + ", whose results belong to one user. Make both methods PRIVATE, "
                    + "or pass what the user may see as an argument");
        }
    }

    /** Ends collecting, before the result is looked at. */
    synchronized Collected close() {
        closed = true;
        return new Collected(tags(), life(), refusal, provenance);
    }

    boolean isClosed() {
        return closed;
    }

    /** A thread that outlives the call is told, rather than that its tag is lost. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The cached call of " + method + " has ended. Tag its result, or set its "
                    + "life, before it returns or its Uni or stage completes.");
        }
    }

    public synchronized TagStamps tags() {
        return tags.build(view.stamp());
    }

    public synchronized Life life() {
        return life == null ? method.life() : life.life();
    }

    private synchronized Provenance provenance() {
        return provenance;
    }

    private LifeChoice choice() {
        if (life == null) {
            life = new LifeChoice(method.lifeRule());
        }
        return life;
    }

    /** Why the result must not be cached, or {@code null}. */
    synchronized String refusal() {
        return refusal;
    }

    /** Whether a tag known so far was revalidated after the load it stands for. */
    synchronized boolean expired() {
        return tags.expired();
    }

    public ReadView view() {
        return view;
    }

    /** When the load began, by the ticker. */
    long started() {
        return started;
    }
}
