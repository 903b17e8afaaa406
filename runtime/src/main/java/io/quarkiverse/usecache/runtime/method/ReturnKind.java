package io.quarkiverse.usecache.runtime.method;

/** How a method hands over its result; chosen at build time. */
public enum ReturnKind {
    /** It returns the value. */
    VALUE,
    /** It returns a {@link io.smallrye.mutiny.Uni} of the value. */
    UNI,
    /** It returns a {@link java.util.concurrent.CompletionStage} or {@link java.util.concurrent.CompletableFuture} of it. */
    STAGE,
    /** It is a suspend function of Kotlin: it returns the value, or gives it later to the continuation in its last argument. */
    SUSPEND
}
