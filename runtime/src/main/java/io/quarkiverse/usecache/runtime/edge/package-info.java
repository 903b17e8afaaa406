/**
 * What answers of Quarkus REST tell the caches behind them, browsers' and CDNs', of the cached calls that were made for them.
 */
package io.quarkiverse.usecache.runtime.edge;
