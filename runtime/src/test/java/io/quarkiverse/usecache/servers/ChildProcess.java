package io.quarkiverse.usecache.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A process that does not outlive this JVM, even if that is killed: a shell at its side waits for the end of a pipe from here,
 * and kills it then.
 */
public final class ChildProcess implements AutoCloseable {

    /** The shell becomes the process, so that both have one id. */
    private static final String GUARD = "exec 3<&0; (cat <&3 >/dev/null 2>&1; kill -9 $$) >/dev/null 2>&1 & "
            + "exec \"$@\" 3<&- </dev/null";

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * @param lines is told each line that the process says
     * @param end is told that it has ended
     */
    public static ChildProcess start(List<String> command, Consumer<String> lines, Runnable end) {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        try {
            Process process = new ProcessBuilder(guarded).redirectErrorStream(true).start();
            Thread reader = new Thread(() -> read(process, lines, end), "output of " + process.pid());
            reader.setDaemon(true);
            reader.start();
            return new ChildProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, Consumer<String> lines, Runnable end) {
        try (BufferedReader output = process.inputReader()) {
            for (String line; (line = output.readLine()) != null;) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept(e.toString());
        }
        end.run();
    }

    /** The process itself, to look at. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Stops it where it is: connections stay, nothing answers. */
    public void freeze() {
        signal("STOP", process.toHandle());
    }

    /** Lets it go on. */
    public void thaw() {
        signal("CONT", process.toHandle());
    }

    /** Sends a signal, such as {@code STOP}, to any process: what a child has started, for example. */
    public static void signal(String name, ProcessHandle receiver) {
        try {
            if (new ProcessBuilder("kill", "-" + name, "" + receiver.pid()).start().waitFor() != 0) {
                throw new IllegalStateException("No signal " + name + " for process " + receiver.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as a crash does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The shell at its side has gone already.
        }
    }
}
