package io.quarkiverse.usecache.runtime.load;

import java.util.List;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.template.TagExpression;

/**
 * Brings what is said of a result to the load that makes it: any thread that the load's context reaches may add to it until the
 * load ends.
 */
public final class LoadScope {

    private static final ThreadLocal<LoadScope> CURRENT = new ThreadLocal<>();

    private final LoadScope around;
    private final Load load;

    LoadScope(LoadScope around, Load load) {
        this.around = around;
        this.load = load;
    }

    /** The scope of the cached call that runs here, or {@code null}. */
    public static LoadScope current() {
        LoadScope scope = CURRENT.get();
        return scope == null || scope.load.hasEnded() ? null : scope;
    }

    /** Makes a scope, or none, the current one, and returns the one to go back to. */
    public static LoadScope enter(LoadScope scope) {
        LoadScope before = CURRENT.get();
        CURRENT.set(scope);
        return before;
    }

    /** Adds tags to the result; a tag that breaks the rules keeps the result from being cached. */
    public void addTags(String... texts) {
        load.collector().addTags(texts);
    }

    /** Adds the tags that templates give for a call; a template that fails keeps the result from being cached. */
    public void addTags(List<TagExpression> expressions, Object[] arguments, Object result) {
        load.collector().addTags(expressions, arguments, result);
    }

    /** Has the result go with what it may hold of a transaction that is rolled back. */
    public void carry(TagState undo) {
        load.collector().add(undo);
    }

    public void shortenTo(String profile) {
        shortenTo(load.method().profile(profile));
    }

    public void shortenTo(Lifetime lifetime) {
        load.collector().shortenTo(lifetime);
    }

    /** Takes over what a nested cached call says of its result. */
    public void absorb(Entry inner) {
        load.collector().absorb(inner);
        load.nests(inner.method());
    }

    /** Takes over what a nested load said of its result. */
    public void absorb(Load inner, Outcome outcome) {
        load.collector().absorb(inner.collector(), outcome.result());
        load.nests(inner.method());
    }

    public LoadScope around() {
        return around;
    }

    public Load load() {
        return load;
    }

    /** Whether that load is this one, or one that waits for this one to go on. */
    public boolean isInside(Load other) {
        for (LoadScope scope = this; scope != null; scope = scope.around) {
            if (scope.load == other) {
                return true;
            }
        }
        return false;
    }
}
