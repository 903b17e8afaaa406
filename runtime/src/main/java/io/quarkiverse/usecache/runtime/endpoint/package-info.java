/** The operations of the HTTP endpoint: one class for each, and the routes that lead to them. */
package io.quarkiverse.usecache.runtime.endpoint;
