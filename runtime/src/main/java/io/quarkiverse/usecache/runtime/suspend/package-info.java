/**
 * Suspend functions of Kotlin. An application without coroutines loads nothing of this package but {@link
 * io.quarkiverse.usecache.runtime.suspend.Suspensions}.
 */
package io.quarkiverse.usecache.runtime.suspend;
