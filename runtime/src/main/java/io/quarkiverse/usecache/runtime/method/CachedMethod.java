package io.quarkiverse.usecache.runtime.method;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.template.TagExpression;

/** A cached method: what the build recorded, made ready for calls, and what has become of its calls. */
public final class CachedMethod {

    private static final Logger LOG = Logger.getLogger(CachedMethod.class);

    private final CachedMethodDescriptor descriptor;
    private final LifeRule lifeRule;
    private final Function<String, Lifetime> profiles;
    private final List<TagExpression> callTags;
    private final List<TagExpression> resultTags;
    private final Life life;
    private final CallStatistics statistics = new CallStatistics();
    private final Set<Object> warned = ConcurrentHashMap.newKeySet();
    private volatile TagStamps lastTags = TagStamps.NONE;

    /** @param profiles finds life profiles by name */
    public CachedMethod(CachedMethodDescriptor descriptor, Function<String, Lifetime> profiles) {
        this(descriptor, descriptor.life(), profiles);
    }

    /**
     * @param lifeRule its life, as the application is configured
     * @param profiles finds life profiles by name
     */
    CachedMethod(CachedMethodDescriptor descriptor, LifeRule lifeRule, Function<String, Lifetime> profiles) {
        this.descriptor = descriptor;
        this.lifeRule = lifeRule;
        this.profiles = profiles;
        this.life = Life.of(lifeRule.lifetime());
        List<TagExpression> tags = descriptor.tags().stream().map(TagExpression::new).toList();
        this.callTags = tags.stream().filter(tag -> !tag.dependsOnResult()).toList();
        this.resultTags = tags.stream().filter(TagExpression::dependsOnResult).toList();
    }

    public CachedMethodDescriptor descriptor() {
        return descriptor;
    }

    public boolean perPrincipal() {
        return descriptor.perPrincipal();
    }

    public CallStatistics statistics() {
        return statistics;
    }

    public LifeRule lifeRule() {
        return lifeRule;
    }

    /** @throws IllegalArgumentException if there is no such profile */
    public Lifetime profile(String name) {
        return profiles.apply(name);
    }

    /** The life of entries for which neither the code nor nested calls ask for another. */
    public Life life() {
        return life;
    }

    /** The same life in the method's own instance, if it equals that one, so that entries share it. */
    public Life shared(Life chosen) {
        return life.equals(chosen) ? life : chosen;
    }

    /** The same tags in the instance of an entry before, if they are the same, so that entries share them. */
    public TagStamps shared(TagStamps tags) {
        TagStamps before = lastTags;
        if (before.same(tags)) {
            return before;
        }
        return lastTags = tags;
    }

    /** The tags known before the method runs. */
    public List<TagExpression> callTags() {
        return callTags;
    }

    /** The tags made from the value it returns. */
    public List<TagExpression> resultTags() {
        return resultTags;
    }

    /** Logs the first time that a result is not cached because of what the application did. */
    public void warnNotCached(String reason) {
        if (warned.add("not cached")) {
            LOG.warnf("A result of [%s] was returned but not cached: %s. This is logged once for each method.", this, reason);
        }
    }

    /** Logs the first refresh that fails in a way. */
    public void warnNotRefreshed(Throwable failure) {
        if (warned.add(failure.getClass())) {
            LOG.warnf(failure, "A refresh of [%s] failed. The old value is served until it expires, and the refresh is tried "
                    + "again. This is logged once for each method and type of failure.", this);
        }
    }

    /** Logs the first load that does not end in time. */
    public void warnStuck(String what, long millis) {
        if (warned.add(what)) {
            LOG.warnf(
                    "%s of [%s] has not ended after [%d] ms: it is not waited for any longer, and what it returns will not be "
                            + "cached. Give what the method waits for a time-out. This is logged once for each method.",
                    what, this,
                    millis);
        }
    }

    @Override
    public String toString() {
        return descriptor.id().toString();
    }
}
