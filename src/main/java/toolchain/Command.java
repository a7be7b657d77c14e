package toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A program run to its end with its output kept.
 *
 * @param output stdout and stderr together, as a person would have seen them; of an {@link #answer} stdout alone
 */
public record Command(int exitCode, String output) {
    public boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * A program that is asked for data: what it says beside it on stderr, a warning of one of its libraries, is left out, and
     * kept where it fails.
     */
    public static Command answer(Path folder, Map<String, String> environment, List<String> words) {
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            try (var child = new EndsWithUs(process)) {
                // Both at once: a program that fills one of two pipes waits for its reader.
                var beside = CompletableFuture.supplyAsync(
                        () -> read(process.getErrorStream()), reading -> new Thread(reading, "stderr").start());
                String answer = read(process.getInputStream());
                int exit = child.ended();
                return new Command(exit, exit == 0 ? answer : beside.join() + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words.get(0), e);
        }
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program whose output is for a person. */
    public static Command run(Path folder, Map<String, String> environment, List<String> words) {
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            try (var child = new EndsWithUs(process)) {
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Command(child.ended(), output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words.get(0), e);
        }
    }
}
