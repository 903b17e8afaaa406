package io.quarkiverse.usecache.deployment.template;

import org.jboss.jandex.ClassInfo;

/** A class or interface with what stands for its type parameters. */
record BoundClass(ClassInfo info, TypeBindings bindings) {
}
