package org.acme.nodes;

/**
 * What a load read.
 *
 * @param began when the load began, by the monotonic clock, which all processes of a machine share
 * @param node which node it ran on
 */
public record Reading(int item, long began, String node) {
}
