package io.quarkiverse.usecache.spi;

import java.nio.charset.StandardCharsets;

/**
 * How tags are written in headers of answers, and so in requests that purge by them: none can end another, a header or a string
 * in it, and different tags stay different. Everything but printable ASCII, and what separates or quotes in one of the headers,
 * is percent-encoded as UTF-8.
 */
public final class TagText {

    private static final String SEPARATING = "%,;\"\\";
    private static final String HEX = "0123456789ABCDEF";

    private TagText() {
    }

    public static String of(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (!staysAsItIs(tag.charAt(i))) {
                return encoded(tag);
            }
        }
        return tag;
    }

    private static boolean staysAsItIs(int character) {
        return character > ' ' && character < 127 && SEPARATING.indexOf(character) < 0;
    }

    private static String encoded(String tag) {
        StringBuilder text = new StringBuilder(tag.length() + 16);
        for (byte one : tag.getBytes(StandardCharsets.UTF_8)) {
            if (staysAsItIs(one)) {
                text.append((char) one);
            } else {
                text.append('%').append(HEX.charAt(one >> 4 & 15)).append(HEX.charAt(one & 15));
            }
        }
        return text.toString();
    }
}
