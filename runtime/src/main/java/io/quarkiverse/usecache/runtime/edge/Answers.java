package io.quarkiverse.usecache.runtime.edge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.edge.Answer.Result;
import io.quarkiverse.usecache.runtime.edge.header.EdgeSettings;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.request.RequestLocal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Adds cached calls to the answer they are made for. What one cached call makes of others is its own value, with their tags and
 * lives as far as they count; but what is for one user alone is noted wherever it is used.
 */
@Singleton
public class Answers implements CacheListener {

    private final EdgeSettings settings;
    private final RequestLocal<Answer> ofRequest;

    @Inject
    Answers(CurrentVertxRequest request, UseCacheConfig config) {
        this.settings = EdgeSettings.of(config);
        this.ofRequest = new RequestLocal<>(Answer.class, request);
    }

    EdgeSettings settings() {
        return settings;
    }

    Answer begin(RoutingContext routing) {
        return ofRequest.begin(routing, new Answer());
    }

    /** That of the request which the thread works for, or {@code null}. */
    Answer current() {
        return settings.areAny() ? ofRequest.current() : null;
    }

    @Override
    public boolean listens() {
        return settings.areAny();
    }

    @Override
    public void hit(CallKey key, StoredValue entry) {
        given(entry.method(), key, entry, Result.HIT);
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        given(entry.method(), key, entry, Result.STALE);
    }

    @Override
    public void joined(CachedMethod method, CallKey key, StoredValue result) {
        given(method, key, result, Result.JOINED);
    }

    /** @param value {@code null} for a failure */
    private void given(CachedMethod method, CallKey key, StoredValue value, Result result) {
        Answer answer = answerFor(method);
        if (answer != null && LoadScope.current() == null) {
            add(answer, key, value, result);
        }
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        Answer answer = answerFor(method);
        if (answer != null && LoadScope.current() == null) {
            answer.waitsFor(key);
        }
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
        Answer answer = ended.refresh() ? null : answerFor(method);
        if (answer != null && !ended.nested()) {
            add(answer, key, ended.shareable() ? ended.result() : null,
                    ended.fromElsewhere() ? Result.HIT : Result.MISS);
            answer.waitsNoMoreFor(key);
        }
    }

    private static void add(Answer answer, CallKey key, StoredValue value, Result result) {
        if (value == null || !value.life().storable()) {
            answer.isUnknown();
        } else {
            answer.madeOf(key, value, result);
        }
    }

    private Answer answerFor(CachedMethod method) {
        Answer answer = ofRequest.current();
        if (answer != null && method.perPrincipal()) {
            answer.isPersonal();
        }
        return answer;
    }
}
