/** Which responses of Jakarta REST must not be given to a second caller. */
package io.quarkiverse.usecache.runtime.response;
