/** What an application can see of its caches, each kind only where something asks for it. */
package io.quarkiverse.usecache.runtime.observability;
