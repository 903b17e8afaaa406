package io.quarkiverse.usecache.dev;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads a word that a caller may leave out. */
public final class Choice {

    private Choice() {
    }

    /** @throws IllegalArgumentException if there is no such constant; the message names those there are */
    public static <E extends Enum<E>> Optional<E> of(Class<E> type, String name, String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        E[] all = type.getEnumConstants();
        return Optional.of(Arrays.stream(all).filter(one -> one.name().equalsIgnoreCase(word.strip())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " [" + word + "]. Use one of "
                        + Arrays.toString(all).toLowerCase(Locale.ROOT) + ".")));
    }
}
