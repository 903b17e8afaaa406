package io.quarkiverse.usecache.runtime.fill;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import jakarta.interceptor.InvocationContext;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.template.TagExpression;
import io.quarkus.cache.CacheKeyGenerator;

/** A cached method, ready to be called: what the build recorded, joined with the cache that holds its entries. */
public final class CachedMethod {

    private static final Logger LOG = Logger.getLogger(CachedMethod.class);

    private final CachedMethodDescriptor descriptor;
    private final SlotStore store;
    private final Function<String, Lifetime> profiles;
    private final List<TagExpression> callTags;
    private final List<TagExpression> resultTags;
    private final Life life;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final Set<Class<?>> refreshFailures = ConcurrentHashMap.newKeySet();
    private final KeyFactory keys;
    private volatile TagStamps lastTags = TagStamps.NONE;
    private final CallStatistics statistics = new CallStatistics();

    /** @param generator the bean or instance that makes the keys, or {@code null} */
    public CachedMethod(CachedMethodDescriptor descriptor, SlotStore store, Function<String, Lifetime> profiles,
            CacheKeyGenerator generator) {
        this.descriptor = descriptor;
        this.store = store;
        this.profiles = profiles;
        this.keys = generator == null
                ? KeyFactory.ofArguments(this, descriptor.keyPositions(), descriptor.id().parameterTypes().size())
                : KeyFactory.ofGenerator(this, generator, descriptor.keyGenerator().getName());
        this.life = Life.of(descriptor.life().lifetime());
        List<TagExpression> tags = descriptor.tags().stream().map(TagExpression::new).toList();
        this.callTags = tags.stream().filter(tag -> !tag.dependsOnResult()).toList();
        this.resultTags = tags.stream().filter(TagExpression::dependsOnResult).toList();
    }

    public CachedMethodDescriptor descriptor() {
        return descriptor;
    }

    public SlotStore store() {
        return store;
    }

    public boolean perPrincipal() {
        return descriptor.perPrincipal();
    }

    /** The key of a call, for all callers alike. */
    public CallKey key(InvocationContext invocation) {
        return keys.keyOf(invocation.getMethod(), invocation.getParameters());
    }

    /** The key of a call, for one principal. */
    public CallKey key(InvocationContext invocation, String principal) {
        return KeyFactory.perPrincipal(this, principal, key(invocation));
    }

    public CallStatistics statistics() {
        return statistics;
    }

    LifeRule lifeRule() {
        return descriptor.life();
    }

    Lifetime profile(String name) {
        return profiles.apply(name);
    }

    /** The life of entries for which neither the code nor nested calls ask for another. */
    Life life() {
        return life;
    }

    /** The same life in the method's own instance, if it equals that one, so that entries share it. */
    Life shared(Life chosen) {
        return life.equals(chosen) ? life : chosen;
    }

    /** The same tags in the instance of an entry before, if they are the same, so that entries share them. */
    TagStamps shared(TagStamps tags) {
        TagStamps before = lastTags;
        if (before.same(tags)) {
            return before;
        }
        return lastTags = tags;
    }

    /** The tags known before the method runs. */
    List<TagExpression> callTags() {
        return callTags;
    }

    /** The tags made from the value it returns. */
    List<TagExpression> resultTags() {
        return resultTags;
    }

    /** Logs the first time that a result is not cached because of what the application did. */
    void warnNotCached(String reason) {
        if (warned.compareAndSet(false, true)) {
            LOG.warnf("A result of [%s] was returned but not cached: %s. This is logged once for each method.", this, reason);
        }
    }

    /** Logs the first refresh that fails in a way. */
    void warnNotRefreshed(Throwable failure) {
        if (refreshFailures.add(failure.getClass())) {
            LOG.warnf(failure, "A refresh of [%s] failed. The old value is served until it expires, and the refresh is tried "
                    + "again. This is logged once for each method and type of failure.", this);
        }
    }

    @Override
    public String toString() {
        return descriptor.id().toString();
    }
}
