package io.quarkiverse.usecache.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

/** Finds the classes that need each other. Nested classes belong to the one around them. */
final class ClassCircles {

    private final Map<JavaClass, Set<JavaClass>> reached = new HashMap<>();

    ClassCircles(List<JavaClass> classes) {
        Map<JavaClass, Set<JavaClass>> used = new HashMap<>();
        classes.forEach(type -> used.put(type, uses(type).filter(classes::contains).collect(Collectors.toSet())));
        classes.forEach(type -> reached.put(type, reach(type, used)));
    }

    private static Stream<JavaClass> uses(JavaClass type) {
        return withNested(type).flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> Rooms.topLevel(dependency.getTargetClass())).filter(other -> !other.equals(type));
    }

    private static Stream<JavaClass> withNested(JavaClass type) {
        return type.getPackage().getClasses().stream().filter(each -> Rooms.topLevel(each).equals(type));
    }

    private static Set<JavaClass> reach(JavaClass start, Map<JavaClass, Set<JavaClass>> used) {
        Set<JavaClass> seen = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>(used.get(start));
        for (JavaClass type; (type = next.poll()) != null;) {
            if (seen.add(type)) {
                next.addAll(used.get(type));
            }
        }
        return seen;
    }

    /** Each with the names of all classes in it. */
    List<Set<String>> all() {
        List<Set<String>> circles = new ArrayList<>();
        for (JavaClass type : reached.keySet()) {
            Set<String> circle = new TreeSet<>();
            reached.get(type).stream().filter(other -> reached.get(other).contains(type)).map(JavaClass::getSimpleName)
                    .forEach(circle::add);
            if (!circle.isEmpty() && !circles.contains(circle)) {
                circles.add(circle);
            }
        }
        return circles;
    }
}
