/** Values as bytes for a shared store: JSON by the application's own {@code ObjectMapper}, compressed if they are large. */
package io.quarkiverse.usecache.runtime.codec;
