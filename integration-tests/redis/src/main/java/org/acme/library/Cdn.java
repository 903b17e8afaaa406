package org.acme.library;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;

/** Stands for a cache outside: keeps what it is to purge. */
@Singleton
@Identifier("cdn")
public class Cdn implements EdgePurger {

    private final BlockingQueue<String> purged = new LinkedBlockingQueue<>();

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        return Uni.createFrom().<Void> nullItem().invoke(() -> purged.addAll(tags));
    }

    @Override
    public Uni<Void> purgeEverything() {
        return purge(List.of("everything"), RevalidationMode.EXPIRE, 0);
    }

    public String next() throws InterruptedException {
        return purged.poll(60, TimeUnit.SECONDS);
    }
}
