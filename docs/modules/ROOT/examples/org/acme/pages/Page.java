package org.acme.pages;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The blocks of a page, as they stand there, so that tests can do what a reader would do. */
record Page(String name, String text) {

    private static final Path PAGES = Path.of("modules/ROOT/pages");
    private static final Pattern CALLOUT = Pattern.compile(" (# )?<\\d+>$", Pattern.MULTILINE);

    static Page named(String name) {
        try {
            return new Page(name, Files.readString(PAGES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part below a heading, up to the next one of any level. */
    Page section(String heading) {
        int start = text.indexOf("= " + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("The page %s has no heading [%s].".formatted(name, heading));
        }
        int end = text.indexOf("\n==", start);
        return new Page(name, text.substring(start, end < 0 ? text.length() : end));
    }

    List<String> blocks(String language) {
        return Pattern.compile("^\\[source," + language + "\\]\n----\n(.*?)\n----$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text).results().map(block -> CALLOUT.matcher(block.group(1)).replaceAll("")).toList();
    }

    Map<String, String> properties() {
        Map<String, String> all = new HashMap<>();
        blocks("properties").forEach(block -> read(block).forEach((key, value) -> all.put((String) key, (String) value)));
        return all;
    }

    private static Properties read(String block) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(block));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
