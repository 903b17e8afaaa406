/**
 * What every shared store has to do, as tests: extend the two contracts, and give them a {@link StoreUnderTest}. The store in
 * memory passes them, and can be made to fail in all the ways in which stores fail.
 */
package io.quarkiverse.usecache.tck;
