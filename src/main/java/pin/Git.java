package pin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import target.RefusedException;

/** Git in one folder, its answers apart from what it remarks. */
final class Git {
    /** What a hook that started us would set, and what would then be answered for another folder. */
    private static final List<String> INHERITED = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

    private final Path folder;
    private final Map<String, String> variables;

    private Git(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** It never asks for a password: where there is nobody to answer, it would wait for ever. */
    static Git in(Path folder) {
        return new Git(folder, Map.of("GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C"));
    }

    /** The same with an index of its own, so that the user's stays as it is. */
    Git withIndex(Path index) {
        var all = new java.util.TreeMap<>(variables);
        all.put("GIT_INDEX_FILE", index.toString());
        return new Git(folder, all);
    }

    /** How a command ended: its output is bytes, for a file's are not always text. */
    static final class Ended {
        private final int exit;
        private final byte[] output;
        private final String errors;

        Ended(int exit, byte[] output, String errors) {
            this.exit = exit;
            this.output = output.clone();
            this.errors = errors;
        }

        byte[] output() {
            return output.clone();
        }

        String errors() {
            return errors;
        }

        boolean succeeded() {
            return exit == 0;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8).strip();
        }
    }

    /**
     * What a command answers that has to succeed.
     *
     * @param purpose what it was for, after "cannot"
     * @throws RefusedException with git's own reason
     */
    Ended must(String purpose, String... words) {
        Ended ended = run(words);
        if (!ended.succeeded()) {
            throw new RefusedException("cannot " + purpose + ", git says: "
                    + ended.errors().strip().replace("\n", "; ") + "; nothing was changed");
        }
        return ended;
    }

    Ended run(String... words) {
        try {
            Path errors = Files.createTempFile("facility-git", ".err");
            try {
                var all = new ArrayList<>(List.of("git"));
                all.addAll(List.of(words));
                var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectError(errors.toFile());
                builder.environment().keySet().removeAll(INHERITED);
                builder.environment().putAll(variables);
                Process process = builder.start();
                process.getOutputStream().close();
                byte[] output = process.getInputStream().readAllBytes();
                return new Ended(process.waitFor(), output, Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }
}
