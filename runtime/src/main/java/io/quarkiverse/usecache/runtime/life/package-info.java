/** How long values live: durations, profiles, and what is chosen for one load. */
package io.quarkiverse.usecache.runtime.life;
