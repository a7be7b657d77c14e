package engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark that a run which changes things has begun and that nobody has seen its end: then objects may be on the cluster
 * that no state knows, for the engine writes its state once, when it ends (ADR 34).
 *
 * @param file in the data folder; there while the mark stands
 */
public record CutOff(Path file) {
    public static CutOff of(Workspace workspace) {
        return new CutOff(workspace.folder().resolve("cut-off"));
    }

    public boolean stands() {
        return Files.exists(file);
    }

    /** Before anything changes, or where a run on another machine was. */
    public void set() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, "a run began here whose end nobody has seen; facility leftovers looks what it left\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is left that no state knows. */
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
