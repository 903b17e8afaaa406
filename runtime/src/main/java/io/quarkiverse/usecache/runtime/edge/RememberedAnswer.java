package io.quarkiverse.usecache.runtime.edge;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.vertx.core.MultiMap;

/**
 * What an answer was made of, without the values.
 *
 * @param validator its weak {@code ETag}: another rendering of the same may differ in its bytes
 * @param headers what the application said that belongs to a 304 as well (RFC 9110, section 15.4.5)
 */
record RememberedAnswer(String validator, List<Part> parts, Map<String, String> headers) {

    private static final List<String> KEPT = List.of("Cache-Control", "Content-Location", "Vary");
    private static final int BYTES = 16;

    /** The value of one call. Another value of the same call began at another time, or after another revalidation. */
    record Part(String cache, CallKey key, long stamp, long started) {

        static Part of(Entry entry, CallKey key) {
            return new Part(entry.method().descriptor().cache(), key.frozen(), entry.stamp(), entry.started());
        }

        boolean is(Entry entry) {
            return entry != null && entry.stamp() == stamp && entry.started() == started;
        }
    }

    /** @param node what tells this run of the application from all others, whose times mean nothing here */
    static RememberedAnswer of(long node, RequestPrint print, Map<Entry, CallKey> calls, MultiMap answer) {
        List<Part> parts = calls.entrySet().stream().map(call -> Part.of(call.getKey(), call.getValue()))
                .sorted(Comparator.comparing(Part::started).thenComparing(Part::stamp)
                        .thenComparing(part -> part.key().hashCode()))
                .toList();
        return new RememberedAnswer(validator(node, print, parts), parts, kept(answer));
    }

    /** The parts come in the same order whatever order parallel calls end in. */
    private static String validator(long node, RequestPrint print, List<Part> parts) {
        Fingerprint text = new Fingerprint().add(node).add(print.high()).add(print.low());
        for (Part part : parts) {
            text.add(part.cache()).add(part.key().method().hashCode()).add(part.key().hashCode()).add(part.stamp())
                    .add(part.started());
        }
        byte[] bytes = new byte[BYTES];
        System.arraycopy(text.bytes(), 0, bytes, 0, BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + '"';
    }

    private static Map<String, String> kept(MultiMap answer) {
        return KEPT.stream().filter(answer::contains)
                .collect(Collectors.toMap(name -> name, name -> String.join(", ", answer.getAll(name))));
    }

    /** Whether a client has it already, by what it says in {@code If-None-Match}; weak validators are compared as texts. */
    boolean isAmong(String validators) {
        return validators.contains(validator.substring(validator.indexOf('"')));
    }
}
