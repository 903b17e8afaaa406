package io.quarkiverse.usecache.deployment.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** Reads the tags of a method as templates. */
public final class TagReader {

    private final TemplateReader templates;
    private final Mistakes mistakes;

    public TagReader(TemplateReader templates, Mistakes mistakes) {
        this.templates = templates;
        this.mistakes = mistakes;
    }

    /** The tags of a cached method: those of its class and its own, each once. */
    List<TagTemplate> ofCached(MethodSite site) {
        List<AnnotationInstance> tags = new ArrayList<>();
        site.onClasses(Names.CACHE_TAGS).forEach(list -> tags.addAll(nested(list)));
        tags.addAll(site.onClasses(Names.CACHE_TAG));
        tags.addAll(ofMethod(site, Names.CACHE_TAG, Names.CACHE_TAGS));
        return limited(compiled("@CacheTag", tags, site), site);
    }

    /** The tags that a method that is not cached itself has for its caller. */
    public List<TagTemplate> ofTagging(MethodSite site) {
        return limited(compiled("@CacheTag", ofMethod(site, Names.CACHE_TAG, Names.CACHE_TAGS), site), site);
    }

    List<TagTemplate> ofRevalidation(AnnotationInstance annotation, MethodSite site) {
        return compiled("@RevalidateTag", List.of(annotation), site);
    }

    static List<AnnotationInstance> ofMethod(MethodSite site, DotName one, DotName several) {
        List<AnnotationInstance> found = new ArrayList<>();
        AnnotationInstance single = site.onMethod(one);
        AnnotationInstance list = site.onMethod(several);
        if (single != null) {
            found.add(single);
        }
        if (list != null) {
            found.addAll(nested(list));
        }
        return found;
    }

    private static List<AnnotationInstance> nested(AnnotationInstance list) {
        return List.of(list.value().asNestedArray());
    }

    private List<TagTemplate> compiled(String name, List<AnnotationInstance> annotations, MethodSite site) {
        Map<String, TagTemplate> compiled = new LinkedHashMap<>();
        for (AnnotationInstance annotation : annotations) {
            String[] texts = annotation.value().asStringArray();
            if (texts.length == 0) {
                mistakes.error(name + " names no tag", place(annotation, site),
                        "Name at least one, or remove the annotation.");
            }
            for (String text : texts) {
                compiled.computeIfAbsent(text, key -> templates.read(name, key, site));
            }
        }
        return compiled.values().stream().filter(Objects::nonNull).toList();
    }

    // The members of a container annotation have no target of their own.
    private static String place(AnnotationInstance annotation, MethodSite site) {
        AnnotationTarget target = annotation.target();
        return target == null ? site.place() : Place.of(target);
    }

    private List<TagTemplate> limited(List<TagTemplate> tags, MethodSite site) {
        if (tags.size() > TagRule.MAXIMUM_TAGS) {
            mistakes.error("@CacheTag names " + tags.size() + " tags, an entry has at most " + TagRule.MAXIMUM_TAGS,
                    site.place(),
                    "Use fewer, coarser tags.");
        }
        return tags;
    }
}
