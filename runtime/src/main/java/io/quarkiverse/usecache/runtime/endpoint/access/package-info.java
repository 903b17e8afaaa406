/**
 * Decides from whom the endpoint takes a request: by its token, by a policy of Quarkus Security, or because it comes from the
 * machine itself.
 */
package io.quarkiverse.usecache.runtime.endpoint.access;
