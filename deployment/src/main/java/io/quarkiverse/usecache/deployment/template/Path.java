package io.quarkiverse.usecache.deployment.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reference as it is written.
 *
 * @param steps the root, which is {@code result}, a parameter's name or a position, and the properties
 */
record Path(List<Step> steps) implements Segment {

    static final String RESULT = "result";
    private static final String EACH = "[]";
    private static final Pattern STEP = Pattern.compile("([^\\[\\]]*)((?:\\[])*)");

    /** The path between two braces, or {@code null} if it is none. */
    static Path of(String reference) {
        List<Step> steps = Stream.of(reference.split("\\.", -1)).map(Step::of).toList();
        boolean wellFormed = steps.stream().allMatch(step -> step != null)
                && (isPosition(steps.get(0).name()) || isName(steps.get(0).name()))
                && steps.stream().skip(1).allMatch(step -> isName(step.name()));
        return wellFormed ? new Path(steps) : null;
    }

    private static boolean isPosition(String root) {
        return !root.isEmpty() && root.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    String root() {
        return steps.get(0).name();
    }

    boolean hasPosition() {
        return isPosition(root());
    }

    boolean isResult() {
        return root().equals(RESULT);
    }

    /** The reference with one more {@code []} after a step, or one less. */
    Path with(int step, int more) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(step, new Step(steps.get(step).name(), steps.get(step).depth() + more));
        return new Path(changed);
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(".", "{", "}"));
    }

    /**
     * A name in a path.
     *
     * @param depth how many {@code []} follow it: each takes the elements of what is before it
     */
    record Step(String name, int depth) {

        private static Step of(String written) {
            Matcher parts = STEP.matcher(written);
            return parts.matches() ? new Step(parts.group(1), parts.group(2).length() / EACH.length()) : null;
        }

        @Override
        public String toString() {
            return name + EACH.repeat(depth);
        }
    }
}
