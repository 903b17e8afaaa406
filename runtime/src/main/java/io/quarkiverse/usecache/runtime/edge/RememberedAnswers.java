package io.quarkiverse.usecache.runtime.edge;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.runtime.edge.RememberedAnswer.Part;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.request.PathTemplate;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.Freshness;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Which answers were given, and of which entries they were made; those given least are forgotten first. */
@Singleton
public class RememberedAnswers {

    private static final int MOST_CALLS = 64;

    private final long node = new SecureRandom().nextLong();
    private final Cache<RequestPrint, RememberedAnswer> answers;
    private final EntryStores stores;
    private final FreshnessCheck freshness;

    @Inject
    RememberedAnswers(Answers answers, EntryStores stores, FreshnessCheck freshness) {
        this.answers = Caffeine.newBuilder().maximumSize(answers.settings().maximumAnswers()).executor(Runnable::run).build();
        this.stores = stores;
        this.freshness = freshness;
    }

    /**
     * The validator of an answer, which is remembered; none for one that must not be given again. It is that of the values that
     * the answer was made of, whatever has become of them since.
     *
     * @param early whether it may be given again before Quarkus REST knows of the request
     */
    Optional<String> validator(Map<Entry, CallKey> calls, boolean early, MultiMap headers, RoutingContext routing) {
        if (calls.size() > MOST_CALLS || headers.contains(HttpHeaders.EXPIRES) || !RequestPrint.tellsApart(headers)) {
            return Optional.empty();
        }
        return RequestPrint.of(routing).map(print -> {
            RememberedAnswer known = answers.getIfPresent(print);
            if (known == null || !known.isOf(calls, headers, early)) {
                known = RememberedAnswer.of(node, print, calls, headers, early, PathTemplate.of(routing));
                answers.put(print, known);
            }
            return known.validator();
        });
    }

    /** The answer that a client has according to its request, if there is one. */
    Optional<RememberedAnswer> named(String validators, RoutingContext routing) {
        return RequestPrint.of(routing).map(answers::getIfPresent).filter(answer -> answer.isAmong(validators));
    }

    /**
     * What an answer was made of, if all of it is what calls would be given now, fresh; else nothing. Invariant I4: the epoch
     * is read before an entry is looked up.
     */
    Map<Entry, CallKey> current(RememberedAnswer answer) {
        Map<Entry, CallKey> calls = new LinkedHashMap<>();
        for (Part part : answer.parts()) {
            long epoch = freshness.epoch();
            EntryStore store = stores.named(part.cache());
            Entry entry = store.get(part.key());
            if (!part.is(entry) || freshness.of(entry, epoch) != Freshness.FRESH || !store.mayServe(entry, epoch)) {
                return Map.of();
            }
            calls.put(entry, part.key());
        }
        return calls;
    }
}
