package house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real Node programs, as a folder's package-lock.json pins them, in a cache that later runs use again. */
public final class NodePrograms {
    private final Path folder;

    private NodePrograms(Path folder) {
        this.folder = folder;
    }

    /** Installs what is missing; needs {@code node} with {@code npm}, and the package registry. */
    public static NodePrograms of(Path packages) {
        try {
            Path lock = packages.resolve("package-lock.json");
            Path folder = Path.of(System.getProperty("user.home"), ".cache", "facility", "node", Digests.of(lock));
            if (!Files.exists(folder.resolve("complete"))) {
                Files.createDirectories(folder);
                for (String file : List.of("package.json", "package-lock.json")) {
                    Files.write(folder.resolve(file), Files.readAllBytes(packages.resolve(file)));
                }
                // The lock's digests are compared; no package's own script is run.
                install(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
                Files.write(folder.resolve("complete"), new byte[0]);
            }
            return new NodePrograms(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of an installed package. */
    public Path file(String path) {
        return folder.resolve("node_modules").resolve(path);
    }

    /** Lays a script where it finds the packages. */
    public Path script(Path source) {
        try {
            Path copy = folder.resolve(Digests.of(source) + "-" + source.getFileName());
            Files.write(copy, Files.readAllBytes(source));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path folder, String... words) throws IOException {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " failed:\n" + said);
        }
    }
}
