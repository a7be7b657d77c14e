package toolchain;

import java.io.IOException;
import java.io.InputStream;
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
        try {
            Process process = program.start();
            process.getOutputStream().close();
            try (var child = new EndsWithUs(process)) {
                // Both at once: a program that fills one of two pipes waits for its reader.
                var beside = CompletableFuture.supplyAsync(
                        () -> read(process.getErrorStream()), reading -> new Thread(reading, "stderr").start());
                byte[] output = read(process.getInputStream());
                return new Answer(child.ended(), output, new String(beside.join(), StandardCharsets.UTF_8));
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
