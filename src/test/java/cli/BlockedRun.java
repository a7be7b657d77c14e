package cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real {@code up} of the real engine, whose program does not come to its end: it holds the state's lock for as long. */
final class BlockedRun implements AutoCloseable {
    private final Process engine;

    /**
     * Starts it and waits until its program runs.
     *
     * @param folder with the project's file and the configuration of the environment
     */
    BlockedRun(Path pulumi, Path folder, Map<String, String> variables, Path log) throws Exception {
        // As the project's own executor: discovery is answered, the program is started; this one waits for the file's
        // end.
        Path program = folder.resolve("toolchain/run-mvn");
        Path started = folder.resolve("started");
        Files.createDirectories(program.getParent());
        Files.writeString(
                program,
                """
                #!/bin/sh
                case "$*" in *mainArgs=packages*|*-DmainArgs=packages*) echo '[]'; exit 0;; esac
                touch "%s"
                exec sleep 120
                """
                        .formatted(started));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var builder = new ProcessBuilder(List.of(
                        pulumi.toString(), "up", "--yes", "--skip-preview", "--stack", "dev", "--non-interactive"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        this.engine = builder.start();
        engine.getOutputStream().close();
        while (!Files.exists(started)) {
            if (engine.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the run ended instead of waiting:\n" + Files.readString(log));
            }
        }
    }

    long process() {
        return engine.pid();
    }

    /** SIGKILL, as the kernel's memory killer or a deleted runner does; what it started goes with it. */
    void kill() {
        var children = engine.descendants().toList();
        engine.destroyForcibly();
        engine.onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() {
        kill();
    }
}
