package io.quarkiverse.usecache.deployment.template;

import java.util.stream.Collectors;

/**
 * Where a template is written: what every message about it names.
 *
 * @param annotation how the annotation is written, with its {@code @}
 */
record TemplateSite(String annotation, String text, String place) {

    private static final int SHOWN = 100;

    TemplateProblem problem(String what, String remedy) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return new TemplateProblem(
                shown(annotation + " template \"" + start + "\" " + what + ": " + place + ". " + remedy));
    }

    private static String shown(String message) {
        return message.codePoints().mapToObj(TemplateSite::shown).collect(Collectors.joining());
    }

    private static String shown(int character) {
        return isUnreadable(character) ? String.format("\\u%04x", character) : Character.toString(character);
    }

    private static boolean isUnreadable(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
