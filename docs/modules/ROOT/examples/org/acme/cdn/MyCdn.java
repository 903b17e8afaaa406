package org.acme.cdn;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** The client of a CDN. */
public interface MyCdn {

    Uni<Void> drop(List<String> keys);

    Uni<Void> dropAll();
}
