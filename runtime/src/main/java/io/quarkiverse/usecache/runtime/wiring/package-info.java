/** The beans that all this is made of, and where work in the background runs. */
package io.quarkiverse.usecache.runtime.wiring;
