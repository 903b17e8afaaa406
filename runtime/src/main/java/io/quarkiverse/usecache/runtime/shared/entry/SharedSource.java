package io.quarkiverse.usecache.runtime.shared.entry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.shared.Origin;
import io.quarkiverse.usecache.runtime.shared.entry.EntryJudge.Usable;
import io.quarkiverse.usecache.runtime.shared.entry.Lookup.Found;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagStampsBuilder;
import io.quarkiverse.usecache.spi.EntryKey;
import io.smallrye.mutiny.Uni;

/** The values of one cached method: from the shared store if that has them, else from the method, and then to the store. */
final class SharedSource implements Source {

    private static final Logger LOG = Logger.getLogger(SharedSource.class);
    /** For how long a call waits for another node that may hold the very lock which that node's load waits for. */
    private static final long SHORT_WAIT = Duration.ofMillis(100).toNanos();

    private final CachedMethod method;
    private final EntryStore store;
    private final ValueFormat format;
    private final SharedSources shared;
    private final Map<Origin, String> tokens = new ConcurrentHashMap<>();

    SharedSource(CachedMethod method, EntryStore store, ValueFormat format, SharedSources shared) {
        this.method = method;
        this.store = store;
        this.format = format;
        this.shared = shared;
    }

    /** A thread that must not wait loads for itself, and publishes. */
    @Override
    public Object value(Request request, Callable<Object> call) throws Exception {
        Optional<EntryKey> key = shared.mayBlock() ? key(request) : Optional.empty();
        Promoted promoted = key.isEmpty() ? null : promoted(request, await(request, key.get()));
        return promoted == null ? call.call() : promoted;
    }

    private Found await(Request request, EntryKey key) {
        CompletionStage<Found> found = find(request, key);
        try {
            return found.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            found.thenAccept(late -> late.token().ifPresent(token -> shared.lookup().giveBack(key, token)));
            throw new CompletionException("Interrupted while the shared store was asked for [" + method + key + "]", e);
        } catch (ExecutionException e) {
            LOG.debugf(e, "No entry from the shared store for [%s]", method);
            return Found.NOTHING;
        }
    }

    @Override
    public Uni<?> deferred(Request request, Supplier<Uni<?>> call) {
        Optional<EntryKey> key = key(request);
        if (key.isEmpty()) {
            return call.get();
        }
        Executor caller = shared.callersContext();
        return Uni.createFrom().completionStage(() -> find(request, key.get())).emitOn(caller).chain(found -> {
            Promoted promoted = promoted(request, found);
            return promoted == null ? call.get() : Uni.createFrom().item((Object) promoted);
        });
    }

    private CompletionStage<Found> find(Request request, EntryKey key) {
        return shared.lookup().find(key, fits(request), request.view().inTransaction() ? SHORT_WAIT : Long.MAX_VALUE);
    }

    /** A refresh needs what is newer than what it replaces; a stale value is for those who may have one. */
    private Predicate<Usable> fits(Request request) {
        if (request.isRefresh()) {
            return usable -> !usable.stale() && usable.started() - request.replaced().started() > 0;
        }
        boolean mayBeStale = !request.nested() && method.descriptor().refreshable();
        return usable -> mayBeStale || !usable.stale();
    }

    /** {@code null} if the method has to be called. */
    private Promoted promoted(Request request, Found found) {
        found.token().ifPresent(token -> tokens.put(origin(request), token));
        return found.entry().map(usable -> promoted(request, usable)).orElse(null);
    }

    private Promoted promoted(Request request, Usable usable) {
        try {
            Object value = format.read(usable.entry().value());
            int weight = store.weigh(request.key(), value);
            return weight < 0 ? null : new Promoted(entry(usable, value, weight));
        } catch (Exception | StackOverflowError | LinkageError e) {
            shared.warnOfValue(method, "read", e);
            return null;
        }
    }

    private Entry entry(Usable usable, Object value, int weight) {
        SharedEntry entry = usable.entry();
        RevalidationClock clock = shared.clock();
        TagStampsBuilder tags = new TagStampsBuilder();
        tags.add(store.clearTag(), usable.stamp());
        entry.tags().forEach(tag -> tags.add(clock.intern(tag), usable.stamp()));
        return new Entry(method, usable.stamp(), usable.started(), value, tags.build(usable.stamp()), life(usable), weight,
                Origin.ofPromotion(entry.position(), entry.earlier(), usable.started()));
    }

    /** One that is stale by its tags is stale here too, where its tags have not moved. */
    private Life life(Usable usable) {
        Life life = usable.entry().life();
        long age = shared.now() - usable.started();
        return usable.stale() ? new Life(life.stale(), Math.min(life.revalidate(), age - 1), life.expire()) : life;
    }

    private Optional<EntryKey> key(Request request) {
        return method.perPrincipal() || !shared.mayBeShared(request) ? Optional.empty() : key(request.key());
    }

    private Optional<EntryKey> key(CallKey key) {
        Optional<String> text = key.stableText();
        if (text.isEmpty()) {
            shared.warnOfKey(method, key);
        }
        return text.map(known -> new EntryKey(store.name(), known));
    }

    private static Origin origin(Request request) {
        return (Origin) request.view().provenance();
    }

    @Override
    public void ended(Request request, Outcome outcome) {
        if (!shared.mayBeShared(request)) {
            return;
        }
        String token = tokens.remove(origin(request));
        try {
            boolean stored = outcome instanceof Outcome.Stored && publish(request, outcome.result());
            if (token != null) {
                shared.entries().release(key(request.key()).orElseThrow(), token, stored);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf(e, "A result of [%s] could not be given to the shared store", method);
        }
    }

    private boolean publish(Request request, Entry entry) {
        Optional<EntryKey> key = method.perPrincipal() || !shared.publisher().mayPublish(entry) ? Optional.empty()
                : key(request.key());
        try {
            return key.isPresent() && shared.publisher().publish(key.get(), entry, format.write(entry.value()));
        } catch (Exception | StackOverflowError | LinkageError e) {
            shared.warnOfValue(method, "written", e);
            return false;
        }
    }
}
