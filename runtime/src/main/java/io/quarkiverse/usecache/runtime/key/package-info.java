/** The keys of calls: what makes two calls of a method the same. */
package io.quarkiverse.usecache.runtime.key;
