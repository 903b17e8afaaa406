/** The page <em>Live</em>: what happens, while it happens, for as long as somebody looks. */
package io.quarkiverse.usecache.dev.live;
