/** What requests to the endpoint say, in their body or their query, and how answers and problems are written. */
package io.quarkiverse.usecache.runtime.endpoint.message;
