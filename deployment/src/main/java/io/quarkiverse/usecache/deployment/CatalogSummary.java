package io.quarkiverse.usecache.deployment;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** Tells at DEBUG what the build found. */
final class CatalogSummary {

    private static final Logger LOG = Logger.getLogger(CatalogSummary.class);

    private CatalogSummary() {
    }

    static void log(MethodCatalog catalog) {
        LOG.debugf("Found [%d] cached, [%d] revalidating, [%d] tagging methods", catalog.cached().size(),
                catalog.revalidating().size(), catalog.tagging().size());
        if (LOG.isDebugEnabled()) {
            catalog.cached().forEach(CatalogSummary::log);
            catalog.revalidating().forEach(method -> LOG.debugf("Revalidates: [%s] rules %s", method.id(), method.rules()
                    .stream().map(rule -> rule.mode() + " " + rule.tags().stream().map(TagTemplate::text).toList()).toList()));
            catalog.tagging().forEach(method -> LOG.debugf("Tags its caller: [%s] tags %s", method.id(),
                    method.tags().stream().map(TagTemplate::text).toList()));
        }
    }

    private static void log(CachedMethodDescriptor cached) {
        LOG.debugf("Caches: [%s] of [%s] in cache [%s], tags %s, life [%s]", cached.id(), cached.id().receiver(),
                cached.cache(), cached.tags().stream().map(TagTemplate::text).toList(), text(cached.life().lifetime()));
    }

    private static String text(Lifetime life) {
        Object expire = life.expire().equals(Lifetime.NEVER) ? "never" : life.expire();
        return "stale " + life.stale() + ", revalidate " + life.revalidate() + ", expire " + expire;
    }
}
