package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        var answer = Answer.of(builder);
        String output = new String(answer.output(), StandardCharsets.UTF_8);
        return new Command(answer.exit(), answer.succeeded() ? output : answer.errors() + output);
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
