package org.acme.library;

import java.util.Optional;

/** What is searched for, which is a key. */
public record Search(String author, Optional<Since> since) {

    /** The first year. */
    public record Since(int year) {
    }
}
