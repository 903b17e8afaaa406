/** Servers that tests start for themselves, on free ports, and end. */
package io.quarkiverse.usecache.servers;
