package io.quarkiverse.usecache.deployment.template;

import java.util.Optional;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Where a reference starts. */
record Root(int position, Type type) {

    static Root of(TemplateSite site, Scope scope, Path path) {
        if (path.isResult()) {
            return result(site, scope, path);
        }
        int position = path.hasPosition() ? byPosition(site, scope, path) : byName(site, scope, path);
        return new Root(position, scope.parameter(position));
    }

    private static Root result(TemplateSite site, Scope scope, Path path) {
        int namesake = scope.position(Path.RESULT);
        if (namesake >= 0) {
            throw site.problem("has " + path + ", which is the value returned, but a parameter is named result too",
                    "Use {" + namesake + "} for the parameter, or rename it to read the value returned.");
        }
        Optional<Type> type = scope.result();
        return new Root(Reference.RESULT, type.orElseThrow(
                () -> site.problem("has " + path + ", but the method returns nothing", scope.available())));
    }

    private static int byPosition(TemplateSite site, Scope scope, Path path) {
        // More digits than any position has: int is not exceeded below.
        if (path.root().length() > 3 || !scope.hasPosition(Integer.parseInt(path.root()))) {
            throw site.problem("has " + path + ", but the method has no parameter at this position", scope.available());
        }
        return Integer.parseInt(path.root());
    }

    private static int byName(TemplateSite site, Scope scope, Path path) {
        int position = scope.position(path.root());
        if (position < 0 && scope.lacksNames()) {
            throw site.problem("has " + path + ", but the class file has no parameter names",
                    "Compile with -parameters, or use " + scope.positions() + ".");
        }
        if (position < 0) {
            throw site.problem("has " + path + ", but the method has no parameter of this name", scope.available());
        }
        return position;
    }
}
