/** Fragments of Qute templates that are cached, or rendered by a cached call. */
package io.quarkiverse.usecache.runtime.fragment;
