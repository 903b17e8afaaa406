package io.quarkiverse.usecache.runtime.edge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.vertx.core.MultiMap;

/**
 * What an answer was made of, without the values.
 *
 * @param validator its weak {@code ETag}: another rendering of the same may differ in its bytes
 * @param headers what the application said that belongs to a 304 as well (RFC 9110, section 15.4.5)
 * @param early whether it may be given before Quarkus REST knows of the request
 * @param path the template of its path, for metrics and traces, or {@code null}
 */
record RememberedAnswer(String validator, List<Part> parts, Map<String, String> headers, boolean early, String path) {

    private static final List<String> KEPT = List.of("Cache-Control", "Content-Location", "Vary");

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
    static RememberedAnswer of(long node, RequestPrint print, Map<Entry, CallKey> calls, MultiMap answer, boolean early,
            String path) {
        List<Part> parts = new ArrayList<>(calls.size());
        calls.forEach((entry, key) -> parts.add(Part.of(entry, key)));
        return new RememberedAnswer(validator(node, print, parts), parts, kept(answer), early, path);
    }

    /** The same whatever order parallel calls end in. */
    private static String validator(long node, RequestPrint print, List<Part> parts) {
        Fingerprint all = new Fingerprint().add(node).add(print.high()).add(print.low());
        for (Part part : parts) {
            all.addUnordered(new Fingerprint().add(part.cache()).add(part.key().method().hashCode())
                    .add(part.key().hashCode()).add(part.stamp()).add(part.started()));
        }
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(all.high()).putLong(all.low()).array();
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + '"';
    }

    /** Whether this is what is known of an answer that was made of the same calls. */
    boolean isOf(Map<Entry, CallKey> calls, MultiMap answer, boolean early) {
        return parts.size() == calls.size() && this.early == early && headers.equals(kept(answer)) && areOf(calls);
    }

    /** In the same order: else it is made anew, and is the same. */
    private boolean areOf(Map<Entry, CallKey> calls) {
        int i = 0;
        for (Map.Entry<Entry, CallKey> call : calls.entrySet()) {
            Part part = parts.get(i++);
            if (!part.is(call.getKey()) || !part.key().equals(call.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> kept(MultiMap answer) {
        Map<String, String> kept = Map.of();
        for (String name : KEPT) {
            if (answer.contains(name)) {
                kept = kept.isEmpty() ? new LinkedHashMap<>() : kept;
                kept.put(name, String.join(", ", answer.getAll(name)));
            }
        }
        return kept;
    }

    /** Whether a client has it already, by what it says in {@code If-None-Match}; weak validators are compared as texts. */
    boolean isAmong(String validators) {
        return validators.contains(validator.substring(validator.indexOf('"')));
    }
}
