package io.quarkiverse.usecache.deployment.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of one template into literal text and references. */
final class TemplateParser {

    private static final String FORMS = "Write {parameter}, {parameter.property}, {0}, {result} or"
            + " {result.property}; [] after a name takes each element.";

    private final TemplateSite site;
    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TemplateParser(TemplateSite site) {
        this.site = site;
        this.text = site.text();
    }

    List<Segment> parse() {
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '{' -> openBrace(at);
                case '}' -> closeBrace(at);
                default -> character(at);
            };
        }
        endLiteral();
        return segments;
    }

    private int openBrace(int at) {
        return isDoubled(at) ? escapedBrace(at) : reference(at);
    }

    private int closeBrace(int at) {
        if (!isDoubled(at)) {
            throw site.problem("has a '}' without its '{'", "Open the reference, or write }} for a brace.");
        }
        return escapedBrace(at);
    }

    private boolean isDoubled(int at) {
        return at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at);
    }

    private int escapedBrace(int at) {
        literal.append(text.charAt(at));
        return at + 2;
    }

    private int character(int at) {
        literal.append(text.charAt(at));
        return at + 1;
    }

    private int reference(int open) {
        int close = text.indexOf('}', open);
        if (close < 0) {
            throw site.problem("has a '{' without its '}'", "Close the reference, or write {{ for a brace.");
        }
        endLiteral();
        segments.add(path(text.substring(open + 1, close)));
        return close + 1;
    }

    private Path path(String reference) {
        if (reference.isBlank()) {
            throw site.problem("has an empty reference", FORMS);
        }
        Path path = Path.of(reference);
        if (path == null) {
            throw site.problem("has the malformed reference {" + reference + "}", FORMS);
        }
        return path;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            segments.add(new Segment.Text(literal.toString()));
            literal.setLength(0);
        }
    }
}
