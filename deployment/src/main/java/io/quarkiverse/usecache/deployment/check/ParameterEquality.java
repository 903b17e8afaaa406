package io.quarkiverse.usecache.deployment.check;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Place;

/** Warns of arguments that never equal those of another call, so that a method would not be cached in effect. */
public final class ParameterEquality {

    private final IndexView index;
    private final Mistakes mistakes;

    public ParameterEquality(IndexView index, Mistakes mistakes) {
        this.index = index;
        this.mistakes = mistakes;
    }

    public void check(MethodInfo method, int position) {
        Type type = element(method.parameterType(position));
        ClassInfo declared = type.kind() == Type.Kind.TYPE_VARIABLE ? null : index.getClassByName(type.name());
        if (declared != null && comparesByIdentity(declared)) {
            mistakes.warn("The parameter " + Place.parameter(method, position) + " is part of the key, but " + declared.name()
                    + " overrides neither equals nor hashCode, so that no two calls share an entry", Place.of(method),
                    "Override both, mark the parameters that matter with @CacheKey, or name a keyGenerator.");
        }
    }

    private static Type element(Type type) {
        return type.kind() == Type.Kind.ARRAY ? type.asArrayType().constituent() : type;
    }

    // What may be an instance of a subclass that overrides them is left alone.
    private boolean comparesByIdentity(ClassInfo type) {
        boolean concrete = !type.isInterface() && !type.isEnum() && !type.isRecord() && !type.isAbstract();
        return concrete && !type.name().equals(DotName.OBJECT_NAME) && !overridesEquality(type);
    }

    private boolean overridesEquality(ClassInfo declared) {
        ClassInfo type = declared;
        while (type != null && !type.name().equals(DotName.OBJECT_NAME)) {
            if (type.method("hashCode") != null
                    || type.method("equals", Type.create(DotName.OBJECT_NAME, Type.Kind.CLASS)) != null) {
                return true;
            }
            type = type.superName() == null ? null : index.getClassByName(type.superName());
        }
        // A superclass that is not known may override them.
        return type == null;
    }
}
