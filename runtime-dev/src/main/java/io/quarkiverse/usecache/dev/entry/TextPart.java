package io.quarkiverse.usecache.dev.entry;

/** Part of a text, in any case; it is looked for in very many texts, without a copy of them in small letters. */
final class TextPart {

    private final String part;
    private final char small;
    private final char capital;

    /** @param part not empty */
    TextPart(String part) {
        this.part = part;
        this.small = Character.toLowerCase(part.charAt(0));
        this.capital = Character.toUpperCase(part.charAt(0));
    }

    boolean isIn(String text) {
        for (int i = 0; i <= text.length() - part.length(); i++) {
            char first = text.charAt(i);
            if ((first == small || first == capital) && text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
