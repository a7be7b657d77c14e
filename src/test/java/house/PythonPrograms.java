package house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Real Python programs, as a requirements file pins them, in a virtual environment that later runs use again. */
public final class PythonPrograms {
    private final Path python;

    private PythonPrograms(Path python) {
        this.python = python;
    }

    /** What a program printed, and what it said on standard error. */
    public record Ended(int exit, String output, String errors) {}

    /** Installs what is missing; needs {@code python3} with {@code venv}, and the package index. */
    public static PythonPrograms of(Path requirements) {
        try {
            Path folder =
                    Path.of(System.getProperty("user.home"), ".cache", "facility", "python", Digests.of(requirements));
            Path python = folder.resolve("bin").resolve("python");
            if (!Files.exists(folder.resolve("complete"))) {
                require(List.of("python3", "-m", "venv", "--clear", folder.toString()));
                require(List.of(
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "-r",
                        requirements.toString()));
                Files.createFile(folder.resolve("complete"));
            }
            return new PythonPrograms(python);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Ended run(Map<String, String> variables, String input, String... words) {
        var all = new java.util.ArrayList<>(List.of(python.toString()));
        all.addAll(List.of(words));
        return run(variables, input, all);
    }

    /** The interpreter that has the programs. */
    public Path interpreter() {
        return python;
    }

    private static void require(List<String> words) {
        var ended = run(Map.of(), "", words);
        if (ended.exit() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " failed:\n" + ended.errors());
        }
    }

    private static Ended run(Map<String, String> variables, String input, List<String> words) {
        try {
            Path errors = Files.createTempFile("python", ".err");
            try {
                var builder = new ProcessBuilder(words).redirectError(errors.toFile());
                builder.environment().putAll(variables);
                Process process = builder.start();
                process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Ended(process.waitFor(), output, Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
