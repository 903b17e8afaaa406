package io.quarkiverse.usecache.runtime.edge;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.spi.TagText;
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
    private final Set<TagField> warned = ConcurrentHashMap.newKeySet();

    @Inject
    AnswerHeaders(Answers answers, RememberedAnswers remembered, Ticker ticker) {
        this.settings = answers.settings();
        this.remembered = remembered;
        this.ticker = ticker;
    }

    void write(Answer answer, RoutingContext routing) {
        writeInvalidation(answer, routing);
        MultiMap headers = routing.response().headers();
        int status = routing.response().getStatusCode();
        if (!answer.forHeaders() || status != OK && status != NOT_MODIFIED
                || Audience.isNarrowedBy(headers, routing.request())) {
            return;
        }
        if (answer.personal() || Audience.isOneUser(routing) && answer.isKnown()) {
            setIfAbsent(headers, EdgeHeader.CACHE_CONTROL.text(), "private");
        } else if (answer.isKnown()) {
            write(answer, headers, routing);
        }
    }

    private void write(Answer answer, MultiMap headers, RoutingContext routing) {
        List<Entry> entries = answer.entries();
        Map<String, String> own = new LinkedHashMap<>();
        if (addTags(entries, own, routing)) {
            addLife(answer, AnswerLife.of(entries, ticker.read()), own);
            addValidator(answer, headers, own, routing);
            own.forEach((name, value) -> setIfAbsent(headers, name, value));
        }
    }

    /** Whether whoever reads them reads them all: a cache that cannot be told to drop an answer must not keep it. */
    private boolean addTags(List<Entry> entries, Map<String, String> headers, RoutingContext routing) {
        Set<String> texts = texts(entries);
        for (TagField field : EnumSet.allOf(TagField.class)) {
            if (settings.has(field.header()) && !texts.isEmpty()) {
                String value = field.value(texts);
                String problem = field.problemWith(texts, value);
                if (problem != null) {
                    warn(field, problem, routing);
                    return false;
                }
                headers.put(field.header().text(), value);
            }
        }
        return true;
    }

    private Set<String> texts(List<Entry> entries) {
        Set<String> texts = new LinkedHashSet<>();
        for (Entry entry : entries) {
            entry.tags().forEach(state -> {
                if (state.isNamed()) {
                    addText(state.tag(), texts);
                }
            });
        }
        return texts;
    }

    private void addText(String tag, Set<String> texts) {
        if (settings.tags().test(tag)) {
            texts.add(TagText.of(tag));
        }
    }

    /** What a cache may have of this server that a request has made outdated (RFC 9875, section 3). */
    private void writeInvalidation(Answer answer, RoutingContext routing) {
        Set<String> texts = new LinkedHashSet<>();
        answer.revalidated().stream().filter(tag -> !ReservedTags.isReserved(tag)).forEach(tag -> addText(tag, texts));
        if (!texts.isEmpty() && !SAFE.contains(routing.request().method()) && routing.response().getStatusCode() < FAILED) {
            String value = TagField.CACHE_GROUPS.value(texts);
            String problem = TagField.CACHE_GROUPS.problemWith(texts, value);
            if (problem == null) {
                setIfAbsent(routing.response().headers(), EdgeHeader.CACHE_GROUP_INVALIDATION.text(), value);
            } else {
                warn(TagField.CACHE_GROUPS, problem, routing);
            }
        }
    }

    private void warn(TagField field, String problem, RoutingContext routing) {
        if (warned.add(field)) {
            LOG.warnf("The answer to [%s %s] gets no headers: its %s has %s. Send fewer tags, by "
                    + "quarkus.use-cache.http.tags. This is logged once for each header.",
                    routing.request().method(), routing.request().path(), field.header().text(), problem);
        }
    }

    private void addLife(Answer answer, AnswerLife life, Map<String, String> headers) {
        boolean aged = settings.has(EdgeHeader.AGE);
        set(headers, EdgeHeader.CACHE_CONTROL, life.cacheControl(aged));
        set(headers, EdgeHeader.CDN_CACHE_CONTROL, life.cdnCacheControl(aged));
        set(headers, EdgeHeader.AGE, life.ageSeconds());
        set(headers, EdgeHeader.CACHE_STATUS, CacheStatus.of(answer.results(), life));
    }

    /** Not for an answer that has a validator of its own. */
    private void addValidator(Answer answer, MultiMap headers, Map<String, String> own, RoutingContext routing) {
        if (settings.has(EdgeHeader.ETAG) && !headers.contains(EdgeHeader.ETAG.text())) {
            remembered.validator(answer, headers, routing).ifPresent(tag -> set(own, EdgeHeader.ETAG, tag));
        }
    }

    private void set(Map<String, String> headers, EdgeHeader header, String value) {
        if (settings.has(header)) {
            headers.put(header.text(), value);
        }
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
