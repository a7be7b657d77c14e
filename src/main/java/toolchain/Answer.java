package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
            Path errors = Files.createTempFile("facility", ".err");
            try {
                Process process = program.redirectError(errors.toFile()).start();
                process.getOutputStream().close();
                byte[] output = process.getInputStream().readAllBytes();
                return new Answer(process.waitFor(), output, Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while " + program.command().get(0) + " ran", e);
        }
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
