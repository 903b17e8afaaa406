package org.acme.pages;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs what a page would have its reader type. */
record Shell(String host, Map<String, String> environment) {

    /** curl as it is, but for the place of the application, and that it fails when the application refuses. */
    private static final String CURL = """
            set -euo pipefail
            curl() {
                local argument arguments=()
                for argument in "$@"; do
                    argument=${argument/https:\\/\\/shop.example.org/http://$HOST}
                    arguments+=("${argument/localhost:8080/$HOST}")
                done
                command curl --silent --show-error --fail-with-body --max-time "$SECONDS_TO_WAIT" "${arguments[@]}"
            }
            """;
    private static final int CURL_TIMED_OUT = 28;

    String run(String block) throws IOException, InterruptedException {
        return run(block, 20, 0);
    }

    /** For a block that asks for a stream: reads the beginning of it. */
    String watch(String block) throws IOException, InterruptedException {
        return run(block, 2, CURL_TIMED_OUT);
    }

    private String run(String block, int seconds, int expected) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", CURL + block).redirectErrorStream(true);
        bash.environment().putAll(environment);
        bash.environment().putAll(Map.of("HOST", host, "SECONDS_TO_WAIT", String.valueOf(seconds)));
        Process process = bash.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor(seconds, TimeUnit.SECONDS);
        if (process.exitValue() != expected) {
            throw new AssertionError("Exit code %d of%n%s%n%s".formatted(process.exitValue(), block, output));
        }
        return output;
    }
}
