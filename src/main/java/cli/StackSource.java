package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The file of a stack's class. */
final class StackSource {
    private StackSource() {}

    /** Below the project's folder; empty for a name that no class has. */
    static Optional<Path> of(Path root, String stack) {
        Path sources = root.resolve("src/main/java/stacks");
        if (Files.notExists(sources)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(sources, 3, (file, attributes) -> file.getFileName()
                .toString()
                .equalsIgnoreCase(stack + "Stack.java"))) {
            return files.findFirst().map(root::relativize);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
