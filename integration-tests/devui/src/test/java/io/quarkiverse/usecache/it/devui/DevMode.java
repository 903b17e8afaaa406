package io.quarkiverse.usecache.it.devui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demo in dev mode, started by {@code ./dev} in processes of their own, which end with this one. */
final class DevMode {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path LOG = Path.of("target/dev.log").toAbsolutePath();

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private DevMode(Process process) {
        this.process = process;
    }

    /** Where the demo is, once it runs; or where somebody who tries out tests has started it. */
    static String start() {
        String started = System.getProperty("devui.url", "");
        return started.isEmpty() ? launch() : started;
    }

    private static String launch() {
        try {
            Process process = new ProcessBuilder(ROOT.resolve("dev").toString(), "-B", "-ntp", "-Ddebug=false",
                    "-Dquarkus.http.port=0", "-Dquarkus.console.enabled=false",
                    "-Dquarkus.use-cache.caches.\"default\".maximum-size=200000")
                    .redirectErrorStream(true).start();
            DevMode demo = new DevMode(process);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::stop));
            new Thread(demo::readLog, "dev mode").start();
            return demo.await();
        } catch (IOException e) {
            throw new UncheckedIOException("The script [" + ROOT.resolve("dev") + "] could not be started.", e);
        }
    }

    private void readLog() {
        try (BufferedReader output = process.inputReader(); var log = Files.newBufferedWriter(LOG)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line + System.lineSeparator());
                log.flush();
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(listening.group(1));
                }
            }
            address.completeExceptionally(new IllegalStateException("The demo did not start. Its log is [" + LOG + "]."));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    private String await() {
        try {
            return address.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The demo does not listen. Its log is [" + LOG + "].", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the demo any more.", e);
        }
    }

    /** Maven starts the application as a child of its own. */
    private void stop() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            one.onExit().completeOnTimeout(one, 10, TimeUnit.SECONDS).join();
            one.destroyForcibly();
        }
    }
}
