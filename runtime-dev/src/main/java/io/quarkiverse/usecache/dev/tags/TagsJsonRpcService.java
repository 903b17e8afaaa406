package io.quarkiverse.usecache.dev.tags;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.dev.Choice;
import io.quarkiverse.usecache.dev.PageRange;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** Answers what Dev UI asks of tags, and revalidates them. */
@ApplicationScoped
public class TagsJsonRpcService {

    private final TagRows rows;
    private final LiveEntries live;
    private final FunctionNames names;
    private final TagCache tagCache;

    @Inject
    TagsJsonRpcService(TagRows rows, LiveEntries live, FunctionNames names, TagCache tagCache) {
        this.rows = rows;
        this.live = live;
        this.names = names;
        this.tagCache = tagCache;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("List the tags that live entries carry, and those revalidated lately, page by page: how many entries "
            + "carry each, which methods made them, and when, how and by which node it was last revalidated")
    public TagPage tags(@JsonRpcDescription("Part of the tag, in any case; empty for all") String text,
            @JsonRpcDescription("What to order by: tag, entries or revalidated; empty for tag") String sort,
            @JsonRpcDescription("Whether the greatest comes first") Boolean descending,
            @JsonRpcDescription("How many matching tags to leave out first") Integer offset,
            @JsonRpcDescription("How many tags to list, at most 1000; 0 for 50") Integer limit) {
        TagSort order = Choice.of(TagSort.class, "sort", sort).orElse(TagSort.TAG);
        List<ShownTag> found = rows.find(text).stream().sorted(order.order(Boolean.TRUE.equals(descending))).toList();
        return new TagPage(found.size(), PageRange.of(offset, limit).cut(found));
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Tell what revalidating a tag would reach, without doing it: how many entries, of which methods")
    public DryRun dryRun(@JsonRpcDescription("The tag, exactly") String tag) {
        Objects.requireNonNull(tag, "Give the tag.");
        return DryRun.of(live.all().filter(entry -> entry.hasTag(tag::equals)).toList(), names);
    }

    @JsonRpcDescription("Revalidate a tag: the entries that carry it are dropped, or served stale once and refreshed")
    public Revalidation revalidate(@JsonRpcDescription("The tag, exactly") String tag,
            @JsonRpcDescription("expire to drop the entries, stale to serve them while they are refreshed; empty for expire") String mode) {
        return tagCache.revalidateTag(Choice.of(RevalidationMode.class, "mode", mode).orElse(RevalidationMode.EXPIRE), tag);
    }

    @JsonRpcDescription("Drop all entries of one cache. Answers how many there were")
    public long clear(@JsonRpcDescription("The cache's name") String cache) {
        long entries = live.all().filter(entry -> entry.cache().equals(cache)).count();
        tagCache.clear(cache);
        return entries;
    }

    @JsonRpcDescription("Drop all entries of all caches. Answers how many there were")
    public long clearAll() {
        long entries = live.all().count();
        tagCache.clearAll();
        return entries;
    }
}
