package io.quarkiverse.usecache.dev.entry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.quarkiverse.usecache.dev.PageRange;

/** Sorts no more of very many rows than a page needs: those before and behind it stay in any order. */
final class PageSort<T> {

    private static final int FEW = 50;

    private final T[] rows;
    private final Comparator<? super T> order;

    /** @param order no two rows may be equal by it, so that every page is cut from the same whole */
    PageSort(T[] rows, Comparator<? super T> order) {
        this.rows = rows;
        this.order = order;
    }

    List<T> page(PageRange range) {
        List<T> page = range.cut(Arrays.asList(rows));
        int from = Math.min(range.offset(), rows.length);
        sort(0, rows.length, from, from + page.size());
        return page;
    }

    /** As quicksort does, but leaves out what is not in the page. */
    private void sort(int first, int last, int from, int to) {
        int low = first;
        int high = last;
        while (high - low > FEW) {
            int middle = split(low, high, rows[(low + high) >>> 1]);
            if (middle >= to) {
                high = middle;
            } else {
                if (middle > from) {
                    sort(low, middle, from, to);
                }
                low = middle;
            }
        }
        Arrays.sort(rows, low, high, order);
    }

    /** Moves what is less than the pivot to the left of what is greater, and returns where the right part begins. */
    private int split(int first, int last, T pivot) {
        int left = first;
        int right = last - 1;
        while (left <= right) {
            if (order.compare(rows[left], pivot) < 0) {
                left++;
            } else if (order.compare(rows[right], pivot) > 0) {
                right--;
            } else {
                T row = rows[left];
                rows[left++] = rows[right];
                rows[right--] = row;
            }
        }
        return left;
    }
}
