/** The interceptors: what happens at an annotated method. */
package io.quarkiverse.usecache.runtime.intercept;
