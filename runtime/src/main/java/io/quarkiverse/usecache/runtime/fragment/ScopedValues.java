package io.quarkiverse.usecache.runtime.fragment;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EngineBuilder.EngineListener;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;

/**
 * Lets what is evaluated of a template during a load belong to it to the end: Qute goes on in the thread that completes a
 * value, which knows nothing of the load. It stands before the engine's other resolvers, also where there is no load, because
 * Qute remembers for each expression which one it has found.
 */
@Singleton
public class ScopedValues implements ValueResolver, EngineListener {

    private volatile List<ValueResolver> others = List.of();

    void join(@Observes EngineBuilder builder) {
        builder.addValueResolver(this);
    }

    @Override
    public void engineBuilt(Engine engine) {
        others = engine.getValueResolvers().stream().filter(resolver -> resolver != this).toList();
    }

    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return first(context).isPresent();
    }

    private Optional<ValueResolver> first(EvalContext context) {
        for (ValueResolver other : others) {
            if (other.appliesTo(context)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return resolve(context, others.iterator());
    }

    private static CompletionStage<Object> resolve(EvalContext context, Iterator<ValueResolver> left) {
        while (left.hasNext()) {
            ValueResolver next = left.next();
            if (next.appliesTo(context)) {
                return inScope(next, context).thenCompose(
                        value -> Results.isNotFound(value) ? resolve(context, left) : CompletedStage.of(value));
            }
        }
        return Results.notFound(context);
    }

    private static CompletionStage<Object> inScope(ValueResolver resolver, EvalContext context) {
        LoadScope scope = LoadScope.current();
        CompletionStage<Object> value = resolver.resolve(context);
        return scope == null ? value : ScopedStage.of(value, scope);
    }

    /** If it does not find a value the next time, Qute asks all again. */
    @Override
    public ValueResolver getCachedResolver(EvalContext context) {
        return first(context).<ValueResolver> map(found -> new Known(found.getCachedResolver(context))).orElse(this);
    }

    private record Known(ValueResolver found) implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            return found.appliesTo(context);
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return inScope(found, context);
        }
    }
}
