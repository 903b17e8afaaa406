/** What the sessions and other caches of a request mean for what it loads. */
package io.quarkiverse.usecache.runtime.session;
