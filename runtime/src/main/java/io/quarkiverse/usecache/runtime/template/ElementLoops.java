package io.quarkiverse.usecache.runtime.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Goes through the elements that a template takes: those of one source inside those of the source before it. */
final class ElementLoops {

    private final String template;
    private final List<ElementSource> sources = new ArrayList<>();
    private final List<MemberPath> paths = new ArrayList<>();

    ElementLoops(String template, List<Reference> references) {
        this.template = template;
        references.stream().map(ElementSource::of).forEach(this::add);
    }

    // What a source is read from comes before it.
    private void add(ElementSource source) {
        if (source != null && !sources.contains(source)) {
            add(source.parent());
            sources.add(source);
            paths.add(new MemberPath(template, source.path()));
        }
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Where the element that a reference reads is among those of the call, or -1. */
    int slot(Reference reference) {
        return sources.indexOf(ElementSource.of(reference));
    }

    /** Hands over the values of a call once for each choice of elements. */
    void forEach(Object[] args, Object result, Consumer<CallValues> action) {
        loop(0, new CallValues(args, result, new Object[sources.size()]), action);
    }

    private void loop(int depth, CallValues values, Consumer<CallValues> action) {
        if (depth == sources.size()) {
            action.accept(values);
            return;
        }
        for (Object element : Elements.of(template, paths.get(depth).valueFrom(start(depth, values)))) {
            values.elements()[depth] = element;
            loop(depth + 1, values, action);
        }
    }

    private Object start(int depth, CallValues values) {
        ElementSource source = sources.get(depth);
        return source.parent() == null ? values.root(source.position()) : values.elements()[sources.indexOf(source.parent())];
    }
}
