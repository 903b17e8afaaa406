package io.quarkiverse.usecache.it.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged application that can be started, or built again, in a process of its own. */
record Packaged(Path directory) {

    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
    private static final Pattern BUILT = Pattern.compile("Quarkus augmentation completed in ([0-9]+)ms");

    /** What becomes of the process when enough is known; to destroy it closes its output. */
    @FunctionalInterface
    private interface Ending {

        void end(Process process, Reader output) throws IOException;
    }

    long startMillis() throws IOException, InterruptedException {
        String seconds = run(STARTED, (process, output) -> process.destroy(), "-Dquarkus.http.port=0");
        return new BigDecimal(seconds).movePointRight(3).longValueExact();
    }

    /** Only an application that is packaged as {@code mutable-jar} can be built again. */
    long buildMillis() throws IOException, InterruptedException {
        return Long.parseLong(run(BUILT, (process, output) -> output.transferTo(Writer.nullWriter()),
                "-Dquarkus.launch.rebuild=true"));
    }

    /** What the pattern's group matches in the first line of the output that has it. */
    private String run(Pattern line, Ending ending, String property) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java(), property, "-jar", directory.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            String found = find(line, output);
            ending.end(process, output);
            return found;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private String find(Pattern pattern, BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
            lines.add(line);
        }
        throw new IOException(
                "No line of what " + directory + " printed matches [" + pattern + "]:\n" + String.join("\n", lines));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
