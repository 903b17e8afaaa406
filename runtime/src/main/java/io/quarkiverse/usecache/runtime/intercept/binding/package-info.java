/** The interceptor bindings that the build adds to annotated methods. */
package io.quarkiverse.usecache.runtime.intercept.binding;
