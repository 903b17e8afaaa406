package io.quarkiverse.usecache.deployment.template;

import java.util.List;

import io.quarkiverse.usecache.runtime.tag.TagRule;

/** What is known of a tag before any value is: text that no value can make a valid tag is a mistake. */
final class LiteralRules {

    private static final int MAX_LENGTH = 256;

    private LiteralRules() {
    }

    static void check(TemplateSite site, List<Segment> segments) {
        if (segments.isEmpty()) {
            throw site.problem("is empty", "A tag has 1 to " + MAX_LENGTH + " characters.");
        }
        String text = text(segments);
        if (text.length() > MAX_LENGTH) {
            throw site.problem("has " + text.length() + " characters of text, a tag has at most " + MAX_LENGTH, "Shorten it.");
        }
        text.chars().filter(Character::isISOControl).findFirst().ifPresent(character -> {
            throw site.problem("has the control character " + Character.toString(character), "Remove it.");
        });
        text.codePoints().filter(TagRule::isUnpaired).findFirst().ifPresent(half -> {
            throw site.problem("has the unpaired surrogate " + Character.toString(half), "Remove it.");
        });
    }

    private static String text(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Text literal) {
                text.append(literal.value());
            }
        }
        return text.toString();
    }
}
