package toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A program run to its end, its answer apart from what it remarks: the answer is bytes, for a file's are not always text. */
public final class Answer {
    private final int exit;
    private final byte[] output;
    private final String errors;

    private Answer(int exit, byte[] output, String errors) {
        this.exit = exit;
        this.output = output;
        this.errors = errors;
    }

    /** Of a program that is ready to start; it gets no input. */
    public static Answer of(ProcessBuilder program) {
        var ended = read(program, InputStream::readAllBytes);
        return new Answer(ended.exit(), ended.output(), ended.errors());
    }

    /** What becomes of an answer while it is read. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream output) throws IOException;
    }

    /**
     * A program run to its end, and what was made of its answer.
     *
     * @param <T> of what was made
     */
    public record Ended<T>(int exit, T output, String errors) {}

    /** The same for an answer that is too large to be kept as well as what is made of it. */
    public static <T> Ended<T> read(ProcessBuilder program, Reader<T> reader) {
        try {
            Process process = program.start();
            process.getOutputStream().close();
            try (var child = new EndsWithUs(process);
                    InputStream output = process.getInputStream()) {
                // Both at once: a program that fills one of two pipes waits for its reader.
                var beside = CompletableFuture.supplyAsync(
                        () -> read(process.getErrorStream()), reading -> new Thread(reading, "stderr").start());
                T made = reader.read(output);
                output.transferTo(OutputStream.nullOutputStream());
                return new Ended<>(child.ended(), made, new String(beside.join(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while running " + program.command().get(0), e);
        }
    }

    private static byte[] read(InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int exit() {
        return exit;
    }

    public boolean succeeded() {
        return exit == 0;
    }

    public byte[] output() {
        return output.clone();
    }

    /** The answer as text, without the space around it. */
    public String text() {
        return new String(output, StandardCharsets.UTF_8).strip();
    }

    public String errors() {
        return errors;
    }
}
