package io.quarkiverse.usecache.deployment.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;

/** Warns of methods that share their results between callers while their bean is given data of the one request. */
public final class RequestInjection {

    private static final Set<DotName> ANNOTATIONS = Names.of("jakarta.ws.rs.BeanParam", "jakarta.ws.rs.CookieParam",
            "jakarta.ws.rs.FormParam", "jakarta.ws.rs.HeaderParam", "jakarta.ws.rs.MatrixParam", "jakarta.ws.rs.PathParam",
            "jakarta.ws.rs.QueryParam", "jakarta.ws.rs.core.Context", "org.eclipse.microprofile.jwt.Claim",
            "org.jboss.resteasy.reactive.RestCookie",
            "org.jboss.resteasy.reactive.RestForm", "org.jboss.resteasy.reactive.RestHeader",
            "org.jboss.resteasy.reactive.RestMatrix", "org.jboss.resteasy.reactive.RestPath",
            "org.jboss.resteasy.reactive.RestQuery", "org.springframework.web.bind.annotation.CookieValue",
            "org.springframework.web.bind.annotation.RequestHeader", "org.springframework.web.bind.annotation.RequestParam");
    /** What {@code @Context} gives that is the same in every request. */
    private static final Set<DotName> OF_APPLICATION = Names.of("jakarta.servlet.ServletConfig",
            "jakarta.servlet.ServletContext", "jakarta.ws.rs.container.ResourceContext", "jakarta.ws.rs.core.Application",
            "jakarta.ws.rs.core.Configuration", "jakarta.ws.rs.ext.Providers", "jakarta.ws.rs.sse.Sse");

    private final Function<DotName, Set<Type>> injectedOfRequest;
    private final Mistakes mistakes;

    /** @param injectedOfRequest the required types of those injection points of a bean class that give a bean of a request */
    public RequestInjection(Function<DotName, Set<Type>> injectedOfRequest, Mistakes mistakes) {
        this.injectedOfRequest = injectedOfRequest;
        this.mistakes = mistakes;
    }

    public void check(MethodSite site, CachedMethodDescriptor cached) {
        if (cached.perPrincipal() || site.isStatic()) {
            return;
        }
        Set<String> injected = new TreeSet<>();
        injectedOfRequest.apply(site.receiver().name()).stream().filter(type -> !IdentityInjection.tellsCaller(type.name()))
                .map(Place::simpleName).forEach(injected::add);
        site.classes().stream().flatMap(RequestInjection::annotated).forEach(injected::add);
        if (!injected.isEmpty()) {
            mistakes.warn("@UseCache gives every request the same value, but " + site.receiver().name() + " injects "
                    + String.join(", ", injected)
                    + ", and what the method reads from it for one request would reach the others",
                    site.place(), "Pass what the value depends on as a parameter.");
        }
    }

    private static Stream<String> annotated(ClassInfo type) {
        return ANNOTATIONS.stream().flatMap(name -> type.annotations(name).stream()).flatMap(RequestInjection::member);
    }

    private static Stream<String> member(AnnotationInstance annotation) {
        AnnotationTarget target = annotation.target();
        String label = "@" + annotation.name().withoutPackagePrefix() + " ";
        return switch (target.kind()) {
            case FIELD -> isOfRequest(annotation, target.asField().type()) ? Stream.of(label + target.asField().name())
                    : Stream.empty();
            case METHOD -> isSetter(target.asMethod()) ? Stream.of(label + target.asMethod().name()) : Stream.empty();
            case METHOD_PARAMETER -> target.asMethodParameter().method().isConstructor()
                    ? Stream.of(label + target.asMethodParameter().name())
                    : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static boolean isSetter(MethodInfo method) {
        return method.name().startsWith("set") && method.parametersCount() == 1;
    }

    private static boolean isOfRequest(AnnotationInstance annotation, Type type) {
        return !annotation.name().toString().endsWith(".Context")
                || !OF_APPLICATION.contains(type.name()) && !IdentityInjection.tellsCaller(type.name());
    }
}
