package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.Locale;

/** How constants are written in the tags of meters. */
final class Names {

    private Names() {
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
