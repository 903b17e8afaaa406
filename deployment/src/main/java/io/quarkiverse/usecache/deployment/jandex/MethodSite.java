package io.quarkiverse.usecache.deployment.jandex;

import static io.quarkiverse.usecache.deployment.jandex.TypeBindings.known;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** A method as the class that receives its calls has it, with the annotations that apply to it there. */
public final class MethodSite {

    private static final Set<String> OF_OBJECT = Set.of("equals[java.lang.Object]", "hashCode[]", "toString[]");

    private final MethodInfo method;
    private final List<ClassInfo> classes;
    private final InterfaceCopies copies;
    private final TypeBindings bindings;
    private final BiFunction<AnnotationTarget, DotName, AnnotationInstance> annotations;

    /** @param receiver the bean's class, or the declaring class of a static method */
    public MethodSite(ClassInfo receiver, MethodInfo method, TypeHierarchy hierarchy,
            BiFunction<AnnotationTarget, DotName, AnnotationInstance> annotations) {
        this.method = method;
        this.classes = hierarchy.classes(receiver);
        this.copies = new InterfaceCopies(receiver, hierarchy);
        this.bindings = hierarchy.bindings(receiver, method.declaringClass());
        this.annotations = annotations;
    }

    public MethodInfo method() {
        return method;
    }

    /**
     * The method, or those it stands for: where the compiler made it, because their class is hidden from callers, and where
     * Quarkus made the class from an interface.
     */
    public List<MethodInfo> written() {
        return copies.areAll() ? copies.of(method) : writtenInClasses();
    }

    private List<MethodInfo> writtenInClasses() {
        return !method.isSynthetic() ? List.of(method)
                : classes.stream().map(type -> type.method(method.name(), method.parameterTypes()))
                        .filter(declared -> declared != null && !declared.isSynthetic()).toList();
    }

    /** The interfaces and the methods of interfaces whose annotations are on the class and on the method too. */
    public InterfaceCopies copies() {
        return copies;
    }

    public MethodId id() {
        return Erasure.id(receiver().name().toString(), method);
    }

    public ClassInfo receiver() {
        return classes.get(0);
    }

    /** The receiver and its superclasses. */
    public List<ClassInfo> classes() {
        return classes;
    }

    /** What the method returns, with what the receiver puts for type variables. */
    public ReturnType returns() {
        return ReturnType.of(known(bindings.apply(source().returnType())), boundParameterTypes());
    }

    /** The types of the parameters that callers see, with what the receiver puts for type variables. */
    public List<Type> parameterTypes() {
        List<Type> all = boundParameterTypes();
        return Kotlin.isSuspend(method) ? all.subList(0, all.size() - 1) : all;
    }

    private List<Type> boundParameterTypes() {
        return source().parameterTypes().stream().map(type -> known(bindings.apply(type))).toList();
    }

    /** The name of a parameter, or {@code null} if the class file has none. */
    public String parameterName(int position) {
        return source().parameterName(position);
    }

    // What the compiler made has neither the names of parameters nor type arguments.
    private MethodInfo source() {
        List<MethodInfo> written = written();
        return written.isEmpty() ? method : written.get(0);
    }

    /** Where the method is, with the receiver if it is another one and puts types for type variables. */
    public String place() {
        String place = Place.of(copies.areAll() ? source() : method);
        return method.declaringClass().typeParameters().isEmpty() || receiver().name().equals(method.declaringClass().name())
                ? place
                : place + " of " + receiver().name();
    }

    public boolean isStatic() {
        return Modifier.isStatic(method.flags());
    }

    /** The {@code @UseCache} that makes this method cached, as CDI resolves bindings, or {@code null}. */
    public AnnotationInstance useCache() {
        AnnotationInstance own = ownBinding(Names.USE_CACHE);
        boolean fromClass = own == null && !isStatic() && !isOfObject() && !isOfGeneratedBase()
                && onMethod(Names.NO_CLASS_INTERCEPTORS) == null;
        return fromClass ? onClasses(Names.USE_CACHE).stream().findFirst().orElse(null) : own;
    }

    /** An annotation of the method that binds an interceptor: CDI reads none from the methods of interfaces. */
    public AnnotationInstance ownBinding(DotName name) {
        return method.declaringClass().isInterface() && !isStatic() ? null : onMethod(name);
    }

    public AnnotationInstance onMethod(DotName name) {
        return annotations.apply(method, name);
    }

    /** The annotations of the receiver and its superclasses, the receiver's first. */
    public List<AnnotationInstance> onClasses(DotName name) {
        return classes.stream().map(type -> annotations.apply(type, name)).filter(Objects::nonNull).toList();
    }

    // What Quarkus puts above the class that it makes from an interface is none of the application's methods.
    private boolean isOfGeneratedBase() {
        return copies.areAll() && !method.declaringClass().name().equals(receiver().name());
    }

    // A class whose methods are cached does not mean its equals, hashCode and toString.
    private boolean isOfObject() {
        return OF_OBJECT.contains(method.name() + Erasure.parameterTypes(method));
    }
}
