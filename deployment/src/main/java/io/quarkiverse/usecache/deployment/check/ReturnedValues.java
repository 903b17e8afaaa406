package io.quarkiverse.usecache.deployment.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.Cacheability.Refusal;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Checks what cached methods return: some values cannot be shared between callers, others can surprise them. */
public final class ReturnedValues {

    private static final DotName RESPONSE = DotName.createSimple("jakarta.ws.rs.core.Response");
    private static final Set<DotName> ENTITIES = Names.of("jakarta.persistence.Entity", "jakarta.persistence.MappedSuperclass");

    private final TypeHierarchy hierarchy;
    private final Cacheability cacheability;
    private final Contents contents;
    private final Mistakes mistakes;

    public ReturnedValues(TypeHierarchy hierarchy, Cacheability cacheability, Mistakes mistakes) {
        this.hierarchy = hierarchy;
        this.cacheability = cacheability;
        this.contents = new Contents(hierarchy);
        this.mistakes = mistakes;
    }

    /** Whether the method can be cached; on the method itself an annotation that cannot act is an error. */
    public boolean check(MethodSite site, boolean onMethod) {
        ReturnType returns = site.returns();
        if (returns.isVoid()) {
            rejectNothing(site, returns, onMethod);
            return false;
        }
        Refusal refusal = cacheability.refusal(returns);
        if (refusal != null) {
            reject(site, refusal, onMethod);
            return false;
        }
        warn(site, returns);
        return true;
    }

    private void rejectNothing(MethodSite site, ReturnType returns, boolean onMethod) {
        if (onMethod) {
            mistakes.error("@UseCache cannot cache " + returns.simpleName() + ", there is no value", site.place(),
                    "Return a value, or remove the annotation.");
        }
    }

    private void reject(MethodSite site, Refusal refusal, boolean onMethod) {
        if (onMethod) {
            mistakes.error("@UseCache cannot cache " + refusal.what(), site.place(),
                    refusal.remedy() + ", or remove the annotation.");
        } else {
            mistakes.warn("@UseCache on the class cannot cache " + refusal.what() + ", so that this method is not cached",
                    site.place(), refusal.remedy() + ", or annotate the methods to cache instead of the class.");
        }
    }

    private void warn(MethodSite site, ReturnType returns) {
        if (returns.isUnknown()) {
            mistakes.warn("@UseCache does not see what the Object is, so that a Uni, stage or stream in it is returned and not "
                    + "cached", site.place(), "Declare the type that is returned.");
        } else if (whole(returns.item()).anyMatch(part -> hierarchy.names(part).anyMatch(RESPONSE::equals))) {
            mistakes.warn("@UseCache keeps a Response with its status, headers and cookies for all callers", site.place(),
                    "Return the entity, and make the Response of it in a method that is not cached.");
        }
        entity(returns.item()).ifPresent(entity -> mistakes.warn("@UseCache keeps the JPA entity " + Place.simpleName(entity)
                + ", which belongs to the session that read it, and gives it to all callers", site.place(),
                "Return a record or another DTO made of it."));
    }

    private Optional<Type> entity(Type item) {
        return whole(item).filter(this::isEntity).findFirst();
    }

    /** The type itself, and those of its parts. */
    private Stream<Type> whole(Type item) {
        return Stream.concat(Stream.of(item), contents.of(item).stream());
    }

    private boolean isEntity(Type type) {
        return hierarchy.of(type).stream().anyMatch(clazz -> ENTITIES.stream().anyMatch(clazz.info()::hasDeclaredAnnotation));
    }
}
