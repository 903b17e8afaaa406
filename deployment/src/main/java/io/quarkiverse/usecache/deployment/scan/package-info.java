/** Walks through the methods of an application and gathers what the other rooms make of each. */
package io.quarkiverse.usecache.deployment.scan;
