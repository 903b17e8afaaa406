package org.acme.cdn;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

/** Stands for the client of a CDN. */
@Singleton
public class MyCdn {

    Uni<Void> drop(List<String> keys) {
        return Uni.createFrom().voidItem();
    }

    Uni<Void> dropAll() {
        return Uni.createFrom().voidItem();
    }
}
