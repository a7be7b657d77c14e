package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that outlives the command that started it. Its record holds the process id and its start time, because an
 * id alone may by now belong to somebody else's process.
 */
record Child(String name, Path record) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Optional<ProcessHandle> running() {
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(record).strip().split(" ", -1);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> parts.length == 2 && startOf(process).equals(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was started and has neither been stopped nor is it running: killed, or it failed. */
    boolean died() {
        return Files.exists(record) && running().isEmpty();
    }

    void start(Path program, List<String> arguments, Map<String, String> environment, Path log) {
        var words = new ArrayList<String>();
        // A session of its own: Ctrl-C in the terminal that ran the command must not reach it.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            words.add("/usr/bin/setsid");
        }
        words.add(program.toString());
        words.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            PrivateFiles.write(record, process.pid() + " " + startOf(process.toHandle()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process: by request first, by force when it does not listen. Returns when it is gone. */
    void stop() {
        running().ifPresent(Child::end);
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without asking, for what keeps nothing that anybody needs again. Returns when it is gone. */
    static void kill(List<Child> children) {
        var processes =
                children.stream().flatMap(child -> child.running().stream()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(Child::ended);
        children.forEach(Child::stop);
    }

    static void end(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> String.valueOf(start.toEpochMilli()))
                .orElse("unknown");
    }
}
