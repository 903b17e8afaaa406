package io.quarkiverse.usecache.runtime.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.quarkiverse.usecache.servers.RespConnection;

/** Calls the scripts on a server, as a node that remembers up to where it has applied the log. */
final class Scripts {

    static final String STATE = "use-cache:{space}:state";
    static final String LOG = "use-cache:{space}:log";

    private static final int UNLIMITED = 1_000_000;

    private final RespConnection connection;
    private int calls;
    String generation = "";
    long applied;
    int maximum = 500;
    int logEntries = UNLIMITED;
    int logBytes = UNLIMITED;

    Scripts(RespConnection connection) {
        this.connection = connection;
    }

    /** What a script answers. */
    record Answer(String generation, long clock, long now, long fields, boolean reload, List<String> entries) {
    }

    Answer pull() {
        return answer(run(Script.PULL, List.of(STATE, LOG), nonce(), generation, applied, maximum));
    }

    Answer revalidate(String mode, String... tags) {
        List<Object> arguments = new ArrayList<>(
                List.of(nonce(), generation, applied, maximum, logEntries, logBytes, mode));
        arguments.addAll(Arrays.asList(tags));
        return answer(run(Script.REVALIDATE, List.of(STATE, LOG), arguments.toArray()));
    }

    String clean(String ofGeneration, long floor, String cursor) {
        return (String) run(Script.CLEAN, List.of(STATE), ofGeneration, floor, cursor);
    }

    Object release(String key, String token, boolean stored) {
        return run(Script.RELEASE, List.of(key), token, stored ? 1 : 0);
    }

    /** Takes an answer for applied, as a node does that has handled it. */
    Answer follow(Answer answer) {
        generation = answer.generation();
        applied = answer.clock();
        return answer;
    }

    private String nonce() {
        return Integer.toHexString(System.identityHashCode(this)) + "-" + calls++;
    }

    private Object run(Script script, List<String> keys, Object... arguments) {
        List<Object> command = new ArrayList<>(List.of("EVAL", script.text(), keys.size()));
        command.addAll(keys);
        command.addAll(Arrays.asList(arguments));
        return connection.call(command.toArray());
    }

    private static Answer answer(Object reply) {
        List<?> parts = (List<?>) reply;
        boolean reload = "reload".equals(parts.get(4));
        List<String> entries = reload ? List.of() : ((List<?>) parts.get(4)).stream().map(Scripts::entry).toList();
        return new Answer((String) parts.get(0), number(parts.get(1)), number(parts.get(2)), number(parts.get(3)), reload,
                entries);
    }

    private static String entry(Object entry) {
        List<?> fields = (List<?>) ((List<?>) entry).get(1);
        return fields.get(1) + ":" + fields.get(3);
    }

    static long number(Object text) {
        return Long.parseLong((String) text);
    }
}
