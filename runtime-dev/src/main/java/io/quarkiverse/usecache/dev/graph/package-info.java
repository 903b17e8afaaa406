/** The page <em>Graph</em>: which cached calls are made inside others, and what a revalidation reaches. */
package io.quarkiverse.usecache.dev.graph;
