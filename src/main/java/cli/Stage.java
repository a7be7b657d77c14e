package cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import target.RefusedException;
import toolchain.Command;
import toolchain.EndsWithUs;
import toolchain.FolderTree;
import toolchain.ToolchainException;

/** A clone of the project's last commit, with twins of its own, on which a rehearsal is played. */
final class Stage implements AutoCloseable {
    private final Path folder;
    private final PrintWriter out;
    private final boolean keep;

    private Stage(Path folder, PrintWriter out, boolean keep) {
        this.folder = folder;
        this.out = out;
        this.keep = keep;
    }

    /**
     * @throws RefusedException when one is there already: it may be looked at
     */
    static Stage on(Path root, Path folder, PrintWriter out, boolean keep) {
        if (Files.exists(folder)) {
            throw new RefusedException("a rehearsal is kept in " + folder + "; remove it with its twins: " + folder
                    + "/facility twin delete dev --yes, the same for prod, and then the folder");
        }
        var cloned = Command.run(
                root, Map.of(), List.of("git", "clone", "--quiet", "--shared", root.toString(), folder.toString()));
        if (!cloned.succeeded()) {
            throw new RefusedException(
                    "the project cannot be cloned: " + cloned.output().strip());
        }
        BuiltProgram.among(List.of(root), folder).ifPresent(built -> built.copyTo(folder));
        return new Stage(folder, out, keep);
    }

    /** A command line of the project, printed as a person would type it, with what it prints. */
    String facility(int exit, String words) {
        return run("./facility " + words, exit);
    }

    /** Any command line, in the clone. */
    String shell(String line) {
        return run(line, 0);
    }

    private String run(String line, int expected) {
        out.println("$ " + line);
        out.flush();
        var said = new StringBuilder();
        int exit;
        try {
            var builder = new ProcessBuilder("sh", "-c", line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            // Whoever commits in the clone is nobody in particular.
            builder.environment()
                    .putAll(Map.of("GIT_AUTHOR_NAME", "rehearsal", "GIT_AUTHOR_EMAIL", "rehearsal@localhost"));
            builder.environment()
                    .putAll(Map.of("GIT_COMMITTER_NAME", "rehearsal", "GIT_COMMITTER_EMAIL", "rehearsal@localhost"));
            builder.environment().remove(Project.DATA_VARIABLE);
            Process process = builder.start();
            process.getOutputStream().close();
            try (var child = new EndsWithUs(process);
                    var reader = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String text = reader.readLine();
                while (text != null) {
                    out.println("  " + text);
                    out.flush();
                    said.append(text).append('\n');
                    text = reader.readLine();
                }
                exit = child.ended();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a rehearsal", e);
        }
        if (exit != expected) {
            throw new ToolchainException(
                    "the rehearsal failed: \"" + line + "\" ended with " + exit + ", not " + expected);
        }
        return said.toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Ends the twins and removes the clone. */
    @Override
    public void close() {
        if (keep) {
            say("kept in " + folder);
            return;
        }
        for (String environment : List.of("dev", "prod")) {
            if (Files.exists(folder.resolve(".facility").resolve(environment))) {
                var ended =
                        Command.run(folder, Map.of(), List.of("./facility", "twin", "delete", environment, "--yes"));
                if (!ended.succeeded()) {
                    throw new ToolchainException("the rehearsal's twin of " + environment + " runs on in " + folder
                            + ": " + ended.output().strip());
                }
            }
        }
        FolderTree.remove(folder);
    }
}
