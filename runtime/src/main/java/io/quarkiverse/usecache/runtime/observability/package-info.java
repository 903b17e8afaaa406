/** What applications and operators can see of the caches, each kind only where something asks for it. */
package io.quarkiverse.usecache.runtime.observability;
