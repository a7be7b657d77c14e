package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import toolchain.Command;

/**
 * A checkout's program, for a checkout of another commit of which git says that the program's sources are the same: most
 * promotions are of settings, and need no compiler.
 */
final class BuiltProgram {
    /** All that a jar is made from. */
    private static final List<String> SOURCES = List.of("HEAD:src/main", "HEAD:pom.xml");

    private final Path checkout;

    private BuiltProgram(Path checkout) {
        this.checkout = checkout;
    }

    /** The program of the first checkout that has one from a checkout's very sources; empty where Maven has to build it. */
    static Optional<BuiltProgram> among(List<Path> checkouts, Path wanted) {
        var sources = sources(wanted);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        return checkouts.stream()
                .filter(checkout -> isBuilt(checkout)
                        && sources(checkout).equals(sources)
                        && !GitTree.of(checkout).dirty())
                .map(BuiltProgram::new)
                .findFirst();
    }

    /** Whether {@code toolchain/build-jar} would leave it as it is: nothing was saved since it was built. */
    private static boolean isBuilt(Path checkout) {
        Path jar = checkout.resolve("target/facility.jar");
        if (!Files.exists(jar) || !Files.isDirectory(checkout.resolve("target/lib"))) {
            return false;
        }
        try (Stream<Path> sources = Files.walk(checkout.resolve("src/main"))) {
            FileTime built = Files.getLastModifiedTime(jar);
            return time(checkout.resolve("pom.xml")).compareTo(built) <= 0
                    && sources.allMatch(source -> time(source).compareTo(built) <= 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names that git has for their content; empty where one is not there. */
    private static Optional<String> sources(Path checkout) {
        var words = new ArrayList<>(List.of("git", "rev-parse"));
        words.addAll(SOURCES);
        var named = Command.run(checkout, Map.of(), words);
        return named.succeeded() ? Optional.of(named.output()) : Optional.empty();
    }

    /** The jar and its libraries, newer than the sources there; the classes are archived for their new place. */
    void copyTo(Path other) {
        try {
            copy(checkout.resolve("target"), Files.createDirectories(other.resolve("target/lib")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.run(other, Map.of(), List.of("toolchain/archive-classes"));
    }

    private static void copy(Path built, Path lib) throws IOException {
        try (Stream<Path> libraries = Files.list(built.resolve("lib"))) {
            for (Path library : libraries.toList()) {
                Files.copy(library, lib.resolve(library.getFileName().toString()));
            }
        }
        // Last and at once: a jar that is there is taken for whole.
        Path part = Files.copy(built.resolve("facility.jar"), lib.resolveSibling("facility.jar.part"));
        Files.move(part, lib.resolveSibling("facility.jar"));
    }
}
