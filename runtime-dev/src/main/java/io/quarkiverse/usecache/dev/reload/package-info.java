/** Lets the hard reload of a browser load anew. */
package io.quarkiverse.usecache.dev.reload;
