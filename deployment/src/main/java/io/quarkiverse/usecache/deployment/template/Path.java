package io.quarkiverse.usecache.deployment.template;

import java.util.List;

/**
 * A reference as it is written.
 *
 * @param root {@code result}, a parameter's name or a position
 * @param each whether {@code []} follows the root
 */
record Path(String root, boolean each, List<String> properties) implements Segment {

    static final String RESULT = "result";

    private static final String EACH = "[]";

    /** The path between two braces, or {@code null} if it is none; {@code []} is accepted after every name here. */
    static Path of(String reference) {
        List<String> names = List.of(reference.split("\\.", -1));
        String root = withoutEach(names.get(0));
        boolean wellFormed = isPosition(root) || isName(root);
        for (String name : names.subList(1, names.size())) {
            wellFormed &= isName(withoutEach(name));
        }
        return wellFormed ? new Path(root, names.get(0).endsWith(EACH), names.subList(1, names.size())) : null;
    }

    private static String withoutEach(String name) {
        return name.endsWith(EACH) ? name.substring(0, name.length() - EACH.length()) : name;
    }

    private static boolean isPosition(String root) {
        return !root.isEmpty() && root.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    boolean hasPosition() {
        return isPosition(root);
    }

    boolean isResult() {
        return root.equals(RESULT);
    }

    boolean takesElementsWithin() {
        return properties.stream().anyMatch(property -> property.endsWith(EACH));
    }

    /** The reference with {@code []} after the root. */
    Path ofElements() {
        return new Path(root, true, properties);
    }

    /** The reference without {@code []}. */
    Path ofWhole() {
        return new Path(root, false, properties);
    }

    @Override
    public String toString() {
        StringBuilder written = new StringBuilder("{").append(root).append(each ? EACH : "");
        properties.forEach(property -> written.append('.').append(property));
        return written.append('}').toString();
    }
}
