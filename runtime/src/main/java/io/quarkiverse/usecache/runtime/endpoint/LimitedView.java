package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.view.CacheView;

/** Lets few requests walk the entries at once, so that many of them do not take the application's memory and processors. */
final class LimitedView implements CacheView {

    private static final int WALKS = 2;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final CacheView view;
    private final Semaphore walks = new Semaphore(WALKS);

    LimitedView(CacheView view) {
        this.view = view;
    }

    @Override
    public List<CacheSummary> caches() {
        return walk(view::caches);
    }

    @Override
    public List<String> cacheNames() {
        return view.cacheNames();
    }

    @Override
    public TagPage tags(TagQuery query) {
        return walk(() -> view.tags(query));
    }

    @Override
    public EntryPage entries(EntryQuery query) {
        return walk(() -> view.entries(query));
    }

    private <T> T walk(Supplier<T> walk) {
        if (!walks.tryAcquire()) {
            throw Problem.of(503, "Retry-After", RETRY_AFTER_SECONDS, "There are already " + WALKS + " requests that walk "
                    + "the entries, and no more may at once. Nothing was done: send the request again in a while.");
        }
        try {
            return walk.get();
        } finally {
            walks.release();
        }
    }
}
