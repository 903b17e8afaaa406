/**
 * Decides which requests the endpoint accepts: those with its token, those that a policy of Quarkus Security lets pass, or
 * those from the machine itself.
 */
package io.quarkiverse.usecache.runtime.endpoint.access;
