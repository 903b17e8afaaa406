package io.quarkiverse.usecache.runtime.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.LogEntry;
import io.quarkiverse.usecache.spi.TagNumbers;
import io.quarkiverse.usecache.spi.TagNumbers.Numbers;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;

/** Reads what the scripts on a tag space answer, and the numbers of tags. */
final class Answers {

    private static final List<String> FIXED_FIELDS = List.of("gen", "clk", "floor");

    private Answers() {
    }

    static LogAnswer log(Response answer) {
        Response entries = answer.get(4);
        boolean reload = entries.type() != ResponseType.MULTI;
        return new LogAnswer(answer.get(0).toString(), answer.get(1).toLong(), answer.get(2).toLong(), reload,
                reload ? List.of() : StreamSupport.stream(entries.spliterator(), false).map(Answers::entry).toList());
    }

    /** How many fields the state has. */
    static long fields(Response answer) {
        return answer.get(3).toLong();
    }

    private static LogEntry entry(Response entry) {
        Response fields = entry.get(1);
        return new LogEntry(sequence(entry.get(0)), mode(fields.get(1).toString()),
                List.of(fields.get(3).toString().split("\n")));
    }

    static long sequence(Response id) {
        String text = id.toString();
        return Long.parseLong(text.substring(0, text.indexOf('-')));
    }

    static String letter(RevalidationMode mode) {
        return mode == RevalidationMode.EXPIRE ? "E" : "S";
    }

    private static RevalidationMode mode(String letter) {
        return letter.equals("E") ? RevalidationMode.EXPIRE : RevalidationMode.STALE;
    }

    /** The fields of the state that {@link #numbers} reads. */
    static List<String> numberFields(List<String> tags) {
        List<String> fields = new ArrayList<>(FIXED_FIELDS);
        tags.forEach(tag -> {
            fields.add("E" + tag);
            fields.add("S" + tag);
        });
        return fields;
    }

    /** A tag without a number of its own has the floor's. */
    static TagNumbers numbers(List<String> tags, Response answer) {
        if (answer.get(0) == null) {
            return new TagNumbers("", 0, noNumbers(tags));
        }
        long floor = answer.get(2).toLong();
        Map<String, Numbers> numbers = new HashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            int field = FIXED_FIELDS.size() + 2 * i;
            numbers.put(tags.get(i), new Numbers(number(answer.get(field), floor), number(answer.get(field + 1), floor)));
        }
        return new TagNumbers(answer.get(0).toString(), answer.get(1).toLong(), numbers);
    }

    private static Map<String, Numbers> noNumbers(List<String> tags) {
        Map<String, Numbers> numbers = new HashMap<>();
        tags.forEach(tag -> numbers.put(Objects.requireNonNull(tag), new Numbers(0, 0)));
        return numbers;
    }

    private static long number(Response number, long floor) {
        return number == null ? floor : number.toLong();
    }
}
