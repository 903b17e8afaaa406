package io.quarkiverse.usecache.runtime.consistency;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets a request that brings a token wait until this node has come so far, and gives the answer of one that revalidates a
 * token.
 * What a client makes up costs one question to the store at most, and the time that any request may wait.
 */
final class TokenFilter implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(TokenFilter.class);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{1,64}-[0-9]{1,19}");

    private final TokenCarrier carrier;
    private final RequestTokens tokens;
    private final Supplier<Revalidator> revalidator;
    private final long waitMillis;

    TokenFilter(TokenCarrier carrier, RequestTokens tokens, Supplier<Revalidator> revalidator, long waitNanos) {
        this.carrier = carrier;
        this.tokens = tokens;
        this.revalidator = revalidator;
        this.waitMillis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(waitNanos));
    }

    @Override
    public void handle(RoutingContext routing) {
        RequestToken token = tokens.begin(routing);
        routing.addHeadersEndHandler(end -> token.text().ifPresent(text -> carrier.write(routing, text)));
        List<String> brought = carrier.read(routing);
        List<String> known = brought.stream().filter(text -> TOKEN.matcher(text).matches()).toList();
        if (known.size() < brought.size()) {
            LOG.debugf("Ignored: what request [%s] brings is no token", routing.request().path());
        }
        List<CompletableFuture<Boolean>> waits = known.stream().map(text -> revalidator.get().await(text).toCompletableFuture())
                .filter(wait -> !wait.isDone() || !wait.join()).toList();
        if (waits.isEmpty()) {
            routing.next();
        } else {
            waitFor(waits, routing);
        }
    }

    private void waitFor(List<CompletableFuture<Boolean>> waits, RoutingContext routing) {
        Vertx vertx = routing.vertx();
        Context context = vertx.getOrCreateContext();
        AtomicBoolean goesOn = new AtomicBoolean();
        long timer = vertx.setTimer(waitMillis, id -> goOn(goesOn, context, routing, false));
        CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            vertx.cancelTimer(timer);
            boolean reached = failure == null && waits.stream().allMatch(CompletableFuture::join);
            goOn(goesOn, context, routing, reached);
        });
    }

    private static void goOn(AtomicBoolean goesOn, Context context, RoutingContext routing, boolean reached) {
        if (goesOn.compareAndSet(false, true)) {
            LOG.debugf(reached ? "Request [%s] goes on: this node has come as far as its token"
                    : "Request [%s] goes on without its token: the shared store has not answered in time, or does not know it",
                    routing.request().path());
            context.runOnContext(ignored -> routing.next());
        }
    }
}
