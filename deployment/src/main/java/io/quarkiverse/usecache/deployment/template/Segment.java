package io.quarkiverse.usecache.deployment.template;

/** A piece of a template as it is written. */
sealed interface Segment permits Segment.Text, Path {

    /** Text that is the same in every tag, with its braces unescaped. */
    record Text(String value) implements Segment {
    }
}
