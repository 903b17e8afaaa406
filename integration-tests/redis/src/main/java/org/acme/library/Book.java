package org.acme.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept in Redis. */
public record Book(String title, List<String> authors, Optional<Instant> borrowed, int reads) {
}
