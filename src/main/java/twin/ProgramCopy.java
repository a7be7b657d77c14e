package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The built jar and its libraries, for a process that must not notice the next build. */
final class ProgramCopy {
    private final Path build;

    ProgramCopy(Path build) {
        this.build = build;
    }

    void to(Path folder) {
        try {
            Files.createDirectories(folder.resolve("lib"));
            Files.copy(
                    build.resolve("facility.jar"), folder.resolve("facility.jar"), StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> libraries = Files.list(build.resolve("lib"))) {
                for (Path library : List.copyOf(libraries.toList())) {
                    link(library.toRealPath(), folder.resolve("lib").resolve(library.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Libraries are never rewritten in place, so a second name is enough, and costs nothing. */
    private static void link(Path library, Path name) throws IOException {
        if (Files.exists(name)) {
            return;
        }
        try {
            Files.createLink(name, library);
        } catch (UnsupportedOperationException | IOException otherFileSystem) {
            Files.copy(library, name);
        }
    }
}
