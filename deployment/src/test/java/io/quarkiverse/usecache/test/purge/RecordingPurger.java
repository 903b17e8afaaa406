package io.quarkiverse.usecache.test.purge;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;

/** A purger of the application's own. */
@Singleton
@Identifier("own")
class RecordingPurger implements EdgePurger {

    static final String EVERYTHING = "everything";

    record Purged(String tag, RevalidationMode mode, long sequence) {
    }

    private final BlockingQueue<Purged> purged = new LinkedBlockingQueue<>();

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        return Uni.createFrom().<Void> nullItem()
                .invoke(() -> tags.forEach(tag -> purged.add(new Purged(tag, mode, sequence))));
    }

    @Override
    public Uni<Void> purgeEverything() {
        return purge(List.of(EVERYTHING), RevalidationMode.EXPIRE, 0);
    }

    Purged next() throws InterruptedException {
        return purged.poll(20, TimeUnit.SECONDS);
    }
}
