package io.quarkiverse.usecache.deployment.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;

/** What the references of a method's templates start from: its parameters and its result. */
final class Scope {

    private final MethodSite site;
    private final List<Type> parameters;
    private final Optional<Type> result;

    Scope(MethodSite site) {
        this.site = site;
        this.parameters = site.parameterTypes();
        ReturnType returns = site.returns();
        this.result = returns.isVoid() ? Optional.empty() : Optional.of(returns.item());
    }

    Optional<Type> result() {
        return result;
    }

    Type parameter(int position) {
        return parameters.get(position);
    }

    /** The position of the parameter with this name, or -1. */
    int position(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (name.equals(site.parameterName(i))) {
                return i;
            }
        }
        return -1;
    }

    boolean hasPosition(int position) {
        return position < parameters.size();
    }

    /** Whether the class file has no parameter names. */
    boolean lacksNames() {
        return !parameters.isEmpty() && site.parameterName(0) == null;
    }

    /** The parameters by position. */
    String positions() {
        List<String> positions = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            positions.add("{" + i + "}");
        }
        return String.join(", ", positions);
    }

    /** A sentence on what a reference can start from. */
    String available() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String name = site.parameterName(i);
            references.add("{" + (name == null || name.equals(Path.RESULT) ? String.valueOf(i) : name) + "}");
        }
        if (result.isPresent() && position(Path.RESULT) < 0) {
            references.add("{" + Path.RESULT + "}");
        }
        return references.isEmpty() ? "The method has no parameters and returns nothing, write plain text."
                : "Available: " + String.join(", ", references) + ".";
    }
}
