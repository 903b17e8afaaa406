/** Whose entries a call may be given. */
package io.quarkiverse.usecache.runtime.security;
