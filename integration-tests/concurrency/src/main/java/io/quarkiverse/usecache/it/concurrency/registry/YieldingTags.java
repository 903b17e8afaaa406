package io.quarkiverse.usecache.it.concurrency.registry;

import java.util.AbstractList;

/** Tags that let other threads run before each is revalidated, where a processor would interrupt only rarely. */
final class YieldingTags extends AbstractList<String> {

    private final String[] tags;

    YieldingTags(String... tags) {
        this.tags = tags;
    }

    @Override
    public String get(int index) {
        Thread.yield();
        return tags[index];
    }

    @Override
    public int size() {
        return tags.length;
    }
}
