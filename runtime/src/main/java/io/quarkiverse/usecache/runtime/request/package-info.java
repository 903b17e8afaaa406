/** What belongs to one HTTP request, wherever a thread works for it. */
package io.quarkiverse.usecache.runtime.request;
