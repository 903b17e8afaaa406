/**
 * What makes the application one of several nodes under test: a stock of items, and what its tests ask of each node by HTTP.
 */
package org.acme.nodes;
