/** What transactions mean for loads and revalidations. */
package io.quarkiverse.usecache.runtime.transaction;
