/** Which headers answers are given, and how tags are written in them. */
package io.quarkiverse.usecache.runtime.edge.header;
