package io.quarkiverse.usecache.deployment.check;

import java.util.function.Predicate;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Place;

/**
 * Warns of parameters that are the same object whoever calls: beans with a normal scope are injected as client proxies, which
 * equal themselves and nothing else, in every request and for every user.
 */
public final class ProxiedParameters {

    private final Predicate<DotName> proxied;
    private final Mistakes mistakes;

    /** @param proxied whether beans of a type are injected as proxies */
    public ProxiedParameters(Predicate<DotName> proxied, Mistakes mistakes) {
        this.proxied = proxied;
        this.mistakes = mistakes;
    }

    /** Whether the parameter is one. */
    public boolean check(MethodSite site, int position) {
        Type type = site.parameterTypes().get(position);
        boolean found = isOfItsOwn(type) && proxied.test(type.name());
        if (found) {
            mistakes.warn("The parameter " + Place.parameter(site.parameterName(position), position)
                    + " is part of the key, but beans of type "
                    + type.name() + " are injected as a proxy that is the same for every caller, so that it does not tell "
                    + "one caller's value from another's", site.place(),
                    "Pass what the value depends on instead, mark the parameters that matter with @CacheKey, or name a "
                            + "keyGenerator.");
        }
        return found;
    }

    /** Values of general types are seldom beans, though some bean may have such a type. */
    private static boolean isOfItsOwn(Type type) {
        boolean named = type.kind() == Type.Kind.CLASS || type.kind() == Type.Kind.PARAMETERIZED_TYPE;
        return named && !type.name().toString().startsWith("java.lang.") && !type.name().toString().startsWith("java.util.");
    }
}
