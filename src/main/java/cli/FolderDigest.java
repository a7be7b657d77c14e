package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import release.Digest;

/** The digest of a folder's files: of their names and contents, whatever their times and owners. */
final class FolderDigest {
    private FolderDigest() {}

    static String of(Path folder) {
        var text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(folder.relativize(file))
                        .append(' ')
                        .append(Digest.of(Files.readAllBytes(file)))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digest.of(text.toString());
    }
}
