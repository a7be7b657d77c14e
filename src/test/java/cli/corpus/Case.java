package cli.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One change.
 *
 * @param name what it is, in words
 * @param overlay the values that it sets, as YAML below {@code config}
 * @param expected the file with its report, below the tests' resources
 */
record Case(String name, String overlay, String expected) {
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    /** Those of a group: they touch no value twice, so that one run can tell them all apart. */
    static List<Case> group(String group) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(group))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Case::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the twin is brought up with, beyond the environment's file: things for the cases to remove. */
    static Case base() {
        return read(FOLDER.resolve("base.yaml"));
    }

    private static Case read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".yaml", "");
            return new Case(
                    name,
                    Files.readString(file),
                    Path.of("src/test/resources")
                            .relativize(file.resolveSibling(name + ".md"))
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
