package io.quarkiverse.usecache.deployment.read;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.Place;

/** Reads whether a cached value is for all callers or for one. */
public final class VisibilityReader {

    private final boolean secured;
    private final Mistakes mistakes;

    /** @param secured whether there is a security extension */
    public VisibilityReader(boolean secured, Mistakes mistakes) {
        this.secured = secured;
        this.mistakes = mistakes;
    }

    /** Whether the annotation says that each caller has entries of its own. */
    public static boolean isPrivate(AnnotationInstance useCache) {
        AnnotationValue value = useCache.value("visibility");
        return value != null && value.asEnum().equals("PRIVATE");
    }

    boolean perPrincipal(AnnotationInstance useCache) {
        boolean perPrincipal = isPrivate(useCache);
        if (perPrincipal && !secured) {
            mistakes.error("@UseCache(visibility = PRIVATE) needs to know the caller, and there is no security extension",
                    Place.of(useCache.target()),
                    "Add one, for example quarkus-oidc, quarkus-smallrye-jwt or quarkus-elytron-security-properties-file.");
        }
        return perPrincipal;
    }
}
