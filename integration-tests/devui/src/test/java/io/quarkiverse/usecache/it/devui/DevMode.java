package io.quarkiverse.usecache.it.devui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final Process process;
    private final Path log;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private DevMode(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Where the demo is, once it runs; or where somebody who tries out tests has started it. */
    static String start() {
        String started = System.getProperty("devui.url", "");
        return started.isEmpty() ? launch("dev", "-Dquarkus.use-cache.caches.\"default\".maximum-size=200000") : started;
    }

    /** With its caches in Redis, which may come to be there later. */
    static String startWithStore(String redis) {
        return launch("dev-store", "-Pnodes", "-Dquarkus.redis.hosts=" + redis);
    }

    private static String launch(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("dev").toString(), "-B", "-ntp", "-Ddebug=false",
                "-Dquarkus.http.port=0", "-Dquarkus.console.enabled=false"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            DevMode demo = new DevMode(process, Path.of("target", name + ".log").toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(demo::stop));
            new Thread(demo::readLog, "dev mode").start();
            return demo.await();
        } catch (IOException e) {
            throw new UncheckedIOException("The script [" + ROOT.resolve("dev") + "] could not be started.", e);
        }
    }

    private void readLog() {
        try (BufferedReader output = process.inputReader(); var copy = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy.write(line + System.lineSeparator());
                copy.flush();
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(listening.group(1));
                }
            }
            address.completeExceptionally(new IllegalStateException("The demo did not start. Its log is [" + log + "]."));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    private String await() {
        try {
            return address.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The demo does not listen. Its log is [" + log + "].", e);
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
