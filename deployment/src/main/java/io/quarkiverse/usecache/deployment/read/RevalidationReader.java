package io.quarkiverse.usecache.deployment.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.deployment.check.Cacheability;
import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor.Rule;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** Turns a method with {@code @RevalidateTag} into its descriptor. */
public final class RevalidationReader {

    private final TagReader tags;
    private final Cacheability cacheability;
    private final Mistakes mistakes;

    public RevalidationReader(TagReader tags, Cacheability cacheability, Mistakes mistakes) {
        this.tags = tags;
        this.cacheability = cacheability;
        this.mistakes = mistakes;
    }

    public RevalidatingMethodDescriptor read(MethodSite site) {
        ReturnType returns = site.returns();
        warnOfEarlyRevalidation(site, returns);
        Map<RevalidationMode, List<TagTemplate>> byMode = new EnumMap<>(RevalidationMode.class);
        for (AnnotationInstance annotation : TagReader.ofMethod(site, Names.REVALIDATE_TAG, Names.REVALIDATE_TAGS)) {
            List<TagTemplate> ofMode = byMode.computeIfAbsent(mode(annotation), mode -> new ArrayList<>());
            tags.ofRevalidation(annotation, site).stream().filter(tag -> !ofMode.contains(tag)).forEach(ofMode::add);
        }
        List<Rule> rules = byMode.entrySet().stream().map(entry -> new Rule(entry.getKey(), entry.getValue())).toList();
        return new RevalidatingMethodDescriptor(site.id(), returns.kind(), rules);
    }

    private void warnOfEarlyRevalidation(MethodSite site, ReturnType returns) {
        String instead = cacheability.insteadOfArriving(returns);
        if (returns.isUnknown()) {
            mistakes.warn(
                    "@RevalidateTag acts when the Object is returned, and does not see whether what is in it has completed",
                    site.place(), "Declare the type that is returned.");
        } else if (instead != null) {
            mistakes.warn("@RevalidateTag acts when the " + returns.simpleName() + " is returned, not when it has completed",
                    site.place(), "Return " + instead + ", or call TagCache.revalidateTag when it has completed.");
        }
    }

    private static RevalidationMode mode(AnnotationInstance annotation) {
        AnnotationValue mode = annotation.value("mode");
        return mode == null ? RevalidationMode.EXPIRE : RevalidationMode.valueOf(mode.asEnum());
    }
}
