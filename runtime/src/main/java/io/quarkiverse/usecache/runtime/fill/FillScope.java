package io.quarkiverse.usecache.runtime.fill;

import java.util.List;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.life.LifeChoice;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.tag.TagStampsBuilder;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.template.TagExpression;
import io.quarkiverse.usecache.runtime.template.TemplateFailure;

/**
 * Collects what one fill says about its result while it runs: tags and life, its own and those of the cached calls it makes.
 * Any thread that the fill's context reaches may add to it until it is closed.
 */
public final class FillScope {

    /** @param refusal why the result must not be cached, or {@code null} */
    record Collected(TagStamps tags, Life life, String refusal) {
    }

    private static final ThreadLocal<FillScope> CURRENT = new ThreadLocal<>();

    private final FillScope around;
    private final Fill fill;
    private final Revalidations revalidations;
    private final TagStampsBuilder tags = new TagStampsBuilder();
    private LifeChoice life;
    private String refusal;
    private boolean personal;
    private volatile boolean closed;

    FillScope(FillScope around, Fill fill, Revalidations revalidations) {
        this.around = around;
        this.fill = fill;
        this.revalidations = revalidations;
    }

    /** The scope of the cached call that runs here, or {@code null}. */
    public static FillScope current() {
        FillScope scope = CURRENT.get();
        return scope == null || scope.closed ? null : scope;
    }

    /** Makes a scope, or none, the current one, and returns the one to go back to. */
    static FillScope enter(FillScope scope) {
        FillScope before = CURRENT.get();
        CURRENT.set(scope);
        return before;
    }

    /** Adds tags to the result; a tag that breaks the rules keeps the result from being cached. */
    public synchronized void addTags(String... texts) {
        requireOpen();
        for (String text : texts) {
            addTag(text);
        }
    }

    /** Adds the tags that templates give for a call; a template that fails keeps the result from being cached. */
    public void addTags(List<TagExpression> expressions, Object[] arguments, Object result) {
        try {
            expressions.forEach(expression -> expression.addTo(arguments, result, this::addTag));
        } catch (TemplateFailure e) {
            refuse(e.getMessage());
        }
    }

    private synchronized void addTag(String text) {
        String problem = TagRule.problemWith(text);
        if (problem != null) {
            refuse(problem);
        } else {
            add(revalidations.intern(text), fill.stamp());
        }
    }

    /** Adds a tag that is not the application's. */
    synchronized void addUnseen(TagState tag) {
        add(tag, fill.stamp());
    }

    private void add(TagState tag, long stamp) {
        tags.add(tag, stamp);
        refuseTooManyTags();
    }

    private void refuseTooManyTags() {
        if (tags.named() > TagRule.MAXIMUM_TAGS) {
            refuse("an entry must not carry more than " + TagRule.MAXIMUM_TAGS + " tags");
        }
    }

    public void shortenTo(String profile) {
        shortenTo(fill.method().profile(profile));
    }

    public synchronized void shortenTo(Lifetime lifetime) {
        requireOpen();
        choice().ask(lifetime);
    }

    /** Keeps the result from being cached, because an entry that cannot be revalidated is worse than none. */
    synchronized void refuse(String reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    /** Takes over what a nested cached call says of its result. */
    void absorb(Slot inner) {
        take(inner.method(), inner.stamp(), inner.started(), inner.tags(), inner.life());
    }

    /** Takes over what a nested cached call said of its result, which need not have become an entry. */
    void absorb(Fill inner) {
        FillScope nested = inner.scope();
        take(inner.method(), inner.stamp(), inner.started(), nested.tags(), nested.life());
        if (nested.refusal() != null) {
            refuse(nested.refusal());
        }
        if (nested.isPersonal()) {
            makePersonal(inner.method());
        }
    }

    private synchronized void take(CachedMethod inner, long stamp, long started, TagStamps innerTags, Life innerLife) {
        tags.addAll(innerTags, stamp);
        refuseTooManyTags();
        choice().nested(innerLife.after(fill.started() - started));
        if (inner.perPrincipal()) {
            makePersonal(inner);
        }
        fill.nests(inner);
    }

    /** What was made for one user must not be served to others: it is neither cached nor shared with who joined. */
    synchronized void makePersonal(CachedMethod source) {
        if (!fill.method().perPrincipal()) {
            personal = true;
            refuse("it calls " + source + ", whose results belong to one user. Make both methods PRIVATE, "
                    + "or pass what the user may see as an argument");
        }
    }

    /** Ends collecting, before the result is looked at. */
    synchronized Collected close() {
        closed = true;
        return new Collected(tags(), life(), refusal);
    }

    /** A thread that outlives the call is told, rather than that its tag is lost. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The cached call of " + fill.method() + " has ended. Tag its result, or set its "
                    + "life, before it returns or its Uni or stage completes.");
        }
    }

    synchronized TagStamps tags() {
        return tags.build(fill.stamp());
    }

    synchronized Life life() {
        return life == null ? fill.method().life() : life.life();
    }

    private LifeChoice choice() {
        if (life == null) {
            life = new LifeChoice(fill.method().lifeRule());
        }
        return life;
    }

    /** Why the result must not be cached, or {@code null}. */
    synchronized String refusal() {
        return refusal;
    }

    /** Whether the result holds what only the caller may see, so that it must not even be shared with who joined. */
    synchronized boolean isPersonal() {
        return personal;
    }

    /** Whether a tag known so far was revalidated after the load it stands for. */
    synchronized boolean expired() {
        return tags.expired();
    }

    Fill fill() {
        return fill;
    }

    FillScope around() {
        return around;
    }

    /** Whether that load is this one, or one that waits for this one to go on. */
    boolean isInside(Fill load) {
        for (FillScope scope = this; scope != null; scope = scope.around) {
            if (scope.fill == load) {
                return true;
            }
        }
        return false;
    }
}
