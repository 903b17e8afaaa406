/** Hit, join or load: the one algorithm, and its adapters to the kinds of return values. */
package io.quarkiverse.usecache.runtime.call;
