package org.acme.nodes;

/** A reading made of two others. */
public record Pair(long began, Reading one, Reading other) {
}
