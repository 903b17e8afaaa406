package io.quarkiverse.usecache.runtime.store;

import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** What other nodes have to know of a result: since when it stands for its data, by a clock that all nodes share. Immutable. */
public interface Provenance {

    /**
     * That of a result that is made of another's too.
     *
     * @param inner the provenance of the other, or {@code null} if nothing is known of it
     * @param tags what the other carries
     */
    Provenance with(Provenance inner, TagStamps tags);

    /** Whether it came as a whole from another node, and the method did not run here. */
    boolean fromElsewhere();
}
