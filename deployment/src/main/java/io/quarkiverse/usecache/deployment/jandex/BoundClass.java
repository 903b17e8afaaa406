package io.quarkiverse.usecache.deployment.jandex;

import org.jboss.jandex.ClassInfo;

/** A class or interface with what stands for its type parameters. */
public record BoundClass(ClassInfo info, TypeBindings bindings) {
}
