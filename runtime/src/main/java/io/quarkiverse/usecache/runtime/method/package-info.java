/** The methods that the build found, with what is known of each. */
package io.quarkiverse.usecache.runtime.method;
