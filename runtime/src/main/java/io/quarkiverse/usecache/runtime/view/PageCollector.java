package io.quarkiverse.usecache.runtime.view;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Collects one page of what is walked over, and remembers no more than the elements up to its end. */
final class PageCollector<T> implements Consumer<T> {

    private final Comparator<? super T> order;
    private final int offset;
    private final int end;
    /** The last of them is its head. */
    private final PriorityQueue<T> first;
    private long total;

    PageCollector(Comparator<? super T> order, int offset, int limit) {
        this.order = order;
        this.offset = offset;
        this.end = limit == 0 ? 0 : offset + limit;
        this.first = new PriorityQueue<>(order.reversed());
    }

    @Override
    public void accept(T element) {
        total++;
        if (first.size() < end) {
            first.add(element);
        } else if (end > 0 && order.compare(element, first.element()) < 0) {
            first.remove();
            first.add(element);
        }
    }

    /** How many there were in all. */
    long total() {
        return total;
    }

    List<T> page() {
        return first.stream().sorted(order).skip(offset).toList();
    }
}
