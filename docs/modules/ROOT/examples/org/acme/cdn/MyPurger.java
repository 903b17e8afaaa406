package org.acme.cdn;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.quarkiverse.usecache.spi.TagText;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;

// tag::purger[]
@Singleton
@Identifier("mine") // <1>
public class MyPurger implements EdgePurger {

    private final MyCdn cdn;

    MyPurger(MyCdn cdn) {
        this.cdn = cdn;
    }

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        return cdn.drop(tags.stream().map(TagText::of).toList()); // <2>
    }

    @Override
    public Uni<Void> purgeEverything() {
        return cdn.dropAll();
    }
}
// end::purger[]
