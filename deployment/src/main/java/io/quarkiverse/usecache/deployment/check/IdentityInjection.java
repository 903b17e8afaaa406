package io.quarkiverse.usecache.deployment.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;

/** Warns of methods that share their results between callers while their bean knows the caller. */
public final class IdentityInjection {

    private static final Set<DotName> CALLER_TYPES = Names.of(
            "io.quarkus.security.identity.SecurityIdentity", "io.quarkus.security.identity.CurrentIdentityAssociation",
            "io.quarkus.oidc.UserInfo", "io.quarkus.oidc.AccessTokenCredential", "io.quarkus.oidc.OidcSession",
            "org.eclipse.microprofile.jwt.JsonWebToken", "org.eclipse.microprofile.jwt.ClaimValue",
            "java.security.Principal", "jakarta.security.enterprise.SecurityContext",
            "jakarta.ws.rs.core.SecurityContext", "jakarta.ws.rs.core.HttpHeaders", "jakarta.ws.rs.core.UriInfo",
            "jakarta.ws.rs.core.Request", "jakarta.ws.rs.container.ContainerRequestContext",
            "jakarta.servlet.http.HttpServletRequest", "jakarta.servlet.http.HttpSession",
            "io.vertx.ext.web.RoutingContext", "io.vertx.core.http.HttpServerRequest",
            "io.quarkus.vertx.http.runtime.CurrentVertxRequest");

    private final Function<DotName, Set<Type>> injectedTypes;
    private final Mistakes mistakes;

    /** @param injectedTypes the required types of a bean class's injection points */
    public IdentityInjection(Function<DotName, Set<Type>> injectedTypes, Mistakes mistakes) {
        this.injectedTypes = injectedTypes;
        this.mistakes = mistakes;
    }

    public void check(MethodSite site, CachedMethodDescriptor cached) {
        if (cached.perPrincipal() || site.isStatic()) {
            return;
        }
        String caller = callerTypes(site.receiver().name());
        if (!caller.isEmpty()) {
            mistakes.warn("@UseCache gives every caller the same value, but " + site.receiver().name() + " injects " + caller
                    + ", and what the method reads from it for one user would reach the others", site.place(),
                    "Use @UseCache(visibility = PRIVATE), or pass what the value depends on as a parameter.");
        }
    }

    /** Whether values of the type are made for each request, with nothing to compare them by. */
    static boolean isOfRequest(DotName type) {
        return tellsCaller(type) && !type.toString().equals("java.security.Principal");
    }

    static boolean tellsCaller(DotName type) {
        return CALLER_TYPES.contains(type);
    }

    private String callerTypes(DotName beanClass) {
        Set<DotName> names = new LinkedHashSet<>();
        injectedTypes.apply(beanClass).forEach(type -> collect(type, names));
        return names.stream().filter(IdentityInjection::tellsCaller).map(DotName::withoutPackagePrefix).sorted()
                .collect(Collectors.joining(", "));
    }

    // An Instance<SecurityIdentity> gives it as well.
    private static void collect(Type type, Set<DotName> names) {
        names.add(type.name());
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            type.asParameterizedType().arguments().forEach(argument -> collect(argument, names));
        }
    }
}
