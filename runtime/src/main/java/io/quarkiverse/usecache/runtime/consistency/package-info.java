/** Carries the moment after a revalidation from the answer of one node to the client's next request, on whichever node. */
package io.quarkiverse.usecache.runtime.consistency;
