package io.quarkiverse.usecache.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * The packages of a module, and what holds for them: which room may see which, no circles, and few classes in each. A test
 * names the rooms from the lowest to the highest, and asserts that there is nothing in the lists that are made here.
 */
public final class Rooms {

    /** In the names of the classes that Quarkus' annotation processor makes. */
    private static final String GENERATED = "$$";
    static final int MAXIMUM_CLASSES = 16;

    private final String base;
    private final JavaClasses classes;
    private final Map<String, Set<String>> maySee = new LinkedHashMap<>();
    private String last;

    private Rooms(String base, JavaClasses classes) {
        this.base = base;
        this.classes = classes;
    }

    /** The classes of a package and of all below it, without tests. */
    public static Rooms below(String base) {
        return new Rooms(base, new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(base));
    }

    /**
     * Adds a room.
     *
     * @param name its package below the base; empty for the base itself
     * @param visible the rooms whose classes it may use
     */
    public Rooms room(String name, String... visible) {
        maySee.put(name, new TreeSet<>(List.of(visible)));
        last = name;
        return this;
    }

    /** More that the room added last may see. */
    public Rooms and(String... visible) {
        maySee.get(last).addAll(List.of(visible));
        return this;
    }

    /** What a class uses of a room that its own room may not see, and classes that are in none of the rooms. */
    public List<String> forbiddenViews() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()).filter(this::isForbidden)
                .map(Dependency::getDescription).sorted().toList();
    }

    private boolean isForbidden(Dependency dependency) {
        if (!dependency.getTargetClass().getPackageName().startsWith(base)) {
            return false;
        }
        String from = room(dependency.getOriginClass());
        String to = room(dependency.getTargetClass());
        return !from.equals(to) && !maySee.getOrDefault(from, Set.of()).contains(to);
    }

    /** The circles between packages, described; empty if there is none. */
    public List<String> circles() {
        return circles(classes);
    }

    /** The same, without the packages that do not begin so. */
    public List<String> circlesBelow(String room) {
        return circles(classes.that(resideInAPackage(base + "." + room + "..")));
    }

    private static List<String> circles(JavaClasses some) {
        return slices().assignedFrom(new PackageOfClass()).should().beFreeOfCycles().evaluate(some).getFailureReport()
                .getDetails();
    }

    /** The classes of other rooms that a room uses. */
    public Set<String> seenFrom(String room) {
        return classes.stream().filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> topLevel(dependency.getTargetClass()))
                .filter(type -> type.getPackageName().startsWith(base) && !room(type).equals(room))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sets of classes that need each other, each within one of the rooms. */
    public List<Set<String>> circlesOfClasses(String... rooms) {
        return Stream.of(rooms).flatMap(room -> new ClassCircles(
                classes.stream().filter(type -> room(type).equals(room) && type.isTopLevelClass()).toList()).all().stream())
                .toList();
    }

    static JavaClass topLevel(JavaClass type) {
        JavaClass top = type.getBaseComponentType();
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return top;
    }

    /** The rooms with too many classes, with the number; a class with those nested in it counts as one. */
    public Map<String, Integer> tooLarge() {
        Map<String, Integer> sizes = new TreeMap<>();
        classes.stream().filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getName().contains(GENERATED))
                .forEach(type -> sizes.merge(room(type), 1, Integer::sum));
        sizes.values().removeIf(size -> size <= MAXIMUM_CLASSES);
        return sizes;
    }

    /** The packages that are no room, and the rooms that are no package. */
    public Set<String> unknown() {
        Set<String> packages = classes.stream().map(this::room).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(packages);
        unknown.addAll(maySee.keySet());
        unknown.removeIf(room -> packages.contains(room) && maySee.containsKey(room));
        return unknown;
    }

    private String room(JavaClass type) {
        return type.getPackageName().equals(base) ? "" : type.getPackageName().substring(base.length() + 1);
    }

    private static final class PackageOfClass implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
