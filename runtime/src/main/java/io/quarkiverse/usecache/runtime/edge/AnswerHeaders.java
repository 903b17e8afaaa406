package io.quarkiverse.usecache.runtime.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.edge.header.EdgeHeader;
import io.quarkiverse.usecache.runtime.edge.header.EdgeSettings;
import io.quarkiverse.usecache.runtime.edge.header.TagField;
import io.quarkiverse.usecache.runtime.edge.header.TagHeaders;
import io.quarkiverse.usecache.runtime.edge.header.TagHeaders.TagHeader;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Writes what an answer tells of the calls that were made for it. What the application says for itself stays as it is. */
@Singleton
public class AnswerHeaders {

    private static final Logger LOG = Logger.getLogger(AnswerHeaders.class);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int FAILED = 400;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final EdgeSettings settings;
    private final Ticker ticker;
    private final RememberedAnswers remembered;
    private final TagHeaders tags;
    private final Set<TagField> warned = ConcurrentHashMap.newKeySet();

    @Inject
    AnswerHeaders(Answers answers, RememberedAnswers remembered, Ticker ticker) {
        this.settings = answers.settings();
        this.remembered = remembered;
        this.ticker = ticker;
        this.tags = new TagHeaders(settings);
    }

    void write(Answer answer, RoutingContext routing) {
        writeInvalidation(answer, routing);
        MultiMap headers = routing.response().headers();
        int status = routing.response().getStatusCode();
        if (!answer.forHeaders() || status != OK && status != NOT_MODIFIED
                || Audience.isNarrowedBy(headers, routing.request())) {
            return;
        }
        boolean known = answer.isKnown();
        if (answer.personal() || known && Audience.isOneUser(routing)) {
            setIfAbsent(headers, EdgeHeader.CACHE_CONTROL, "private");
        } else if (known) {
            write(answer, headers, routing);
        }
    }

    private void write(Answer answer, MultiMap headers, RoutingContext routing) {
        Map<Entry, CallKey> calls = answer.calls();
        List<TagHeader> ofTags = tags.of(tags(calls.keySet()));
        if (areWhole(ofTags, routing)) {
            addValidator(answer, calls, headers, routing);
            ofTags.forEach(header -> setIfAbsent(headers, header.field().header(), header.value()));
            addLife(answer, AnswerLife.of(calls.keySet(), ticker.read()), headers);
        }
    }

    private static List<TagStamps> tags(Collection<Entry> entries) {
        List<TagStamps> tags = new ArrayList<>(entries.size());
        entries.forEach(entry -> tags.add(entry.tags()));
        return tags;
    }

    /** Whether whoever reads them reads them all: a cache that cannot be told to drop an answer must not keep it. */
    private boolean areWhole(List<TagHeader> headers, RoutingContext routing) {
        for (TagHeader header : headers) {
            if (header.problem() != null) {
                warn(header, routing);
                return false;
            }
        }
        return true;
    }

    /** What a cache may have of this server that a request has made outdated (RFC 9875, section 3). */
    private void writeInvalidation(Answer answer, RoutingContext routing) {
        List<String> revalidated = answer.revalidated();
        if (!revalidated.isEmpty() && !SAFE.contains(routing.request().method())
                && routing.response().getStatusCode() < FAILED) {
            List<TagHeader> headers = tags
                    .ofRevalidated(revalidated.stream().filter(tag -> !ReservedTags.isReserved(tag)).toList());
            if (areWhole(headers, routing)) {
                headers.forEach(header -> setIfAbsent(routing.response().headers(), EdgeHeader.CACHE_GROUP_INVALIDATION,
                        header.value()));
            }
        }
    }

    private void warn(TagHeader header, RoutingContext routing) {
        if (warned.add(header.field())) {
            LOG.warnf("The answer to [%s %s] gets no headers: its %s has %s. Send fewer tags, by "
                    + "quarkus.use-cache.http.tags. This is logged once for each header.",
                    routing.request().method(), routing.request().path(), header.field().header().text(), header.problem());
        }
    }

    private void addLife(Answer answer, AnswerLife life, MultiMap headers) {
        boolean aged = settings.has(EdgeHeader.AGE);
        if (settings.has(EdgeHeader.CACHE_CONTROL)) {
            setIfAbsent(headers, EdgeHeader.CACHE_CONTROL, life.cacheControl(aged));
        }
        if (settings.has(EdgeHeader.CDN_CACHE_CONTROL)) {
            setIfAbsent(headers, EdgeHeader.CDN_CACHE_CONTROL, life.cdnCacheControl(aged));
        }
        if (aged) {
            setIfAbsent(headers, EdgeHeader.AGE, life.ageSeconds());
        }
        if (settings.has(EdgeHeader.CACHE_STATUS)) {
            setIfAbsent(headers, EdgeHeader.CACHE_STATUS, CacheStatus.of(answer.results(), life));
        }
    }

    /** Not for an answer that has a validator of its own; before other headers, to know those of the application. */
    private void addValidator(Answer answer, Map<Entry, CallKey> calls, MultiMap headers, RoutingContext routing) {
        if (settings.has(EdgeHeader.ETAG) && !headers.contains(EdgeHeader.ETAG.text())) {
            remembered.validator(calls, answer.early(), headers, routing)
                    .ifPresent(tag -> headers.set(EdgeHeader.ETAG.text(), tag));
        }
    }

    private static void setIfAbsent(MultiMap headers, EdgeHeader header, String value) {
        if (!headers.contains(header.text())) {
            headers.set(header.text(), value);
        }
    }
}
