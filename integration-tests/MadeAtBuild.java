import java.lang.annotation.Annotation;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableContext;

/**
 * Does what GraalVM does first with an application, which is its class path, and prints the beans of the extension that are made
 * then. A native executable begins with what is in them, each time and on each machine: no clock, random number, setting or
 * entry must be.
 */
class MadeAtBuild {

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class.forName("io.quarkus.runner.ApplicationImpl");
        var names = new TreeSet<String>();
        for (Class<? extends Annotation> scope : List.of(Singleton.class, ApplicationScoped.class)) {
            for (InjectableContext context : Arc.container().getContexts(scope)) {
                Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .filter(bean -> bean.getScope() == scope && context.get(bean) != null)
                        .map(bean -> ((InjectableBean<?>) bean).getImplementationClass().getName())
                        .filter(name -> name.startsWith("io.quarkiverse.usecache.runtime.")).forEach(names::add);
            }
        }
        names.forEach(System.out::println);
        System.exit(0); // Threads of extensions are running.
    }
}
