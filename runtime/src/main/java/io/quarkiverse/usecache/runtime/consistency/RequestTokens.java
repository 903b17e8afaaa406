package io.quarkiverse.usecache.runtime.consistency;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.request.RequestLocal;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.runtime.tag.RevalidatorLayer;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Knows the token of the request for which a thread works. */
@Singleton
public class RequestTokens implements RevalidatorLayer {

    private static final Logger LOG = Logger.getLogger(RequestTokens.class);

    private final RequestLocal<RequestToken> ofRequest;
    private final TokenSettings settings;

    @Inject
    RequestTokens(CurrentVertxRequest request, UseCacheConfig config) {
        this.ofRequest = new RequestLocal<>(RequestToken.class, request);
        this.settings = TokenSettings.of(config.token());
    }

    TokenSettings settings() {
        return settings;
    }

    /** Begins the token of a request, on its own context. */
    RequestToken begin(RoutingContext routing) {
        return ofRequest.begin(routing, new RequestToken(settings.patience()));
    }

    @Override
    public Step around(Step step, RevalidationMode mode, List<String> tags) {
        RequestToken token = settings.anywhere() ? current() : null;
        return token == null ? step : new NotedStep(step, token, this);
    }

    /** That of the request which the thread works for, or {@code null}. */
    RequestToken current() {
        return ofRequest.current();
    }

    /** What a request has committed is in its answer, if the store does not take too long. */
    void await(RequestToken token, CompletionStage<Told> told) {
        if (token != current() || !BlockingOperationControl.isBlockingAllowed()) {
            return;
        }
        long began = System.nanoTime();
        try {
            told.toCompletableFuture().get(token.nanosToWait(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The answer has no token for what was committed: the shared store has not answered in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        token.waited(System.nanoTime() - began);
    }
}
