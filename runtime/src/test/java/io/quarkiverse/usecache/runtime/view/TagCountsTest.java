package io.quarkiverse.usecache.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.view.CacheView.TagPage;
import io.quarkiverse.usecache.runtime.view.CacheView.TagQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.TagSummary;

@Timeout(60)
class TagCountsTest {

    private static final List<String> METHODS = List.of("b", "a", "c");

    private final Random random = new Random(1);
    private final List<List<String>> entries = new ArrayList<>();

    TagCountsTest() {
        for (int i = 0; i < 500; i++) {
            entries.add(random.ints(3, 0, 40).distinct().mapToObj(n -> (n % 2 == 0 ? "Even:" : "odd:") + n).toList());
        }
    }

    @Test
    void aPageHasTheCountsOfTheWholeList() {
        for (String text : new String[] { null, "", "EVEN", "odd:1", "nothing" }) {
            for (int offset : new int[] { 0, 1, 19, 40, 1_000 }) {
                for (int limit : new int[] { 1, 7, 100 }) {
                    expectPage(new TagQuery(text, offset, limit));
                }
            }
        }
    }

    private void expectPage(TagQuery query) {
        TagCounts counts = new TagCounts(query);
        TreeMap<String, Long> whole = new TreeMap<>();
        String part = query.text() == null ? "" : query.text().toLowerCase();
        for (List<String> tags : entries) {
            counts.add(tags, "method");
            tags.stream().filter(tag -> tag.toLowerCase().contains(part)).forEach(tag -> whole.merge(tag, 1L, Long::sum));
        }
        List<TagSummary> expected = whole.entrySet().stream().skip(query.offset()).limit(query.limit())
                .map(count -> new TagSummary(count.getKey(), count.getValue(), List.of("method"))).toList();
        assertThat(counts.page()).as(query.toString())
                .isEqualTo(new TagPage(whole.size() > query.offset() + query.limit(), expected));
    }

    @Test
    void theMethodsAreListedByName() {
        TagCounts counts = new TagCounts(new TagQuery(null, 0, 1));
        METHODS.forEach(method -> counts.add(List.of("tag"), method));
        assertThat(counts.page().tags().get(0).functions()).containsExactly("a", "b", "c");
    }
}
