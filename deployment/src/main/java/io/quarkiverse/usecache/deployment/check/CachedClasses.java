package io.quarkiverse.usecache.deployment.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Warns of methods that change something and are cached because their class is: a hit does not change anything. */
public final class CachedClasses {

    private static final Map<DotName, String> CHANGING = Map.of(
            DotName.createSimple("jakarta.ws.rs.POST"), "@POST", DotName.createSimple("jakarta.ws.rs.PUT"), "@PUT",
            DotName.createSimple("jakarta.ws.rs.DELETE"), "@DELETE", DotName.createSimple("jakarta.ws.rs.PATCH"), "@PATCH",
            DotName.createSimple("org.springframework.web.bind.annotation.PostMapping"), "@PostMapping",
            DotName.createSimple("org.springframework.web.bind.annotation.PutMapping"), "@PutMapping",
            DotName.createSimple("org.springframework.web.bind.annotation.DeleteMapping"), "@DeleteMapping",
            DotName.createSimple("org.springframework.web.bind.annotation.PatchMapping"), "@PatchMapping");
    private static final Pattern WRITING = Pattern
            .compile("(delete|flush|insert|merge|persist|remove|save|truncate|update)(\\P{Ll}.*)?");

    private final TypeHierarchy hierarchy;
    private final Mistakes mistakes;

    public CachedClasses(TypeHierarchy hierarchy, Mistakes mistakes) {
        this.hierarchy = hierarchy;
        this.mistakes = mistakes;
    }

    public void check(MethodSite site) {
        if (site.useCache().target().kind() == AnnotationTarget.Kind.CLASS) {
            changing(site).ifPresent(label -> warn(site, "a " + label + " method", "request"));
            if (isInherited(site) && WRITING.matcher(site.method().name()).matches()) {
                warn(site, "the inherited method " + site.method().name(), "call");
            }
        }
    }

    private void warn(MethodSite site, String what, String call) {
        mistakes.warn("@UseCache on the class caches " + what + ", so that a second " + call + " changes nothing", site.place(),
                "Annotate the methods to cache instead of the class.");
    }

    private Optional<String> changing(MethodSite site) {
        return CHANGING.entrySet().stream().filter(entry -> declarations(site).anyMatch(m -> m.hasAnnotation(entry.getKey())))
                .map(Map.Entry::getValue).findFirst();
    }

    // Jakarta REST also reads the annotations of the interface or class that declared the method first.
    private Stream<MethodInfo> declarations(MethodSite site) {
        return hierarchy.of(site.receiver()).stream().map(BoundClass::info)
                .map(type -> type.method(site.method().name(), site.method().parameterTypes())).filter(m -> m != null);
    }

    private static boolean isInherited(MethodSite site) {
        return !site.receiver().name().equals(site.method().declaringClass().name());
    }
}
