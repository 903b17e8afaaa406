package io.quarkiverse.usecache.runtime.call;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;

/** Tags whose revalidation is interrupted after it has its number and before it stores it. */
public final class InterruptedTags extends AbstractList<String> {

    private final Runnable between;
    private final List<String> tags;

    public InterruptedTags(Runnable between, String... tags) {
        this.between = between;
        this.tags = List.of(tags);
    }

    @Override
    public void forEach(Consumer<? super String> action) {
        between.run();
        tags.forEach(action);
    }

    @Override
    public String get(int index) {
        return tags.get(index);
    }

    @Override
    public int size() {
        return tags.size();
    }
}
