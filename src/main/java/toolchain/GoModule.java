package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One committed Go module under {@code toolchain/}: the pins (go.mod) and checksums (go.sum) that programs are built
 * from. There are several because their dependency graphs disagree: the provider does not compile against the engine's
 * release, nor KWOK against the control plane's.
 */
public enum GoModule {
    ENGINE("engine"),
    PROVIDER("provider"),
    CLUSTER("cluster"),
    KWOK("kwok"),
    CRDS("crds");

    private final String folder;

    GoModule(String folder) {
        this.folder = folder;
    }

    public Path folder(Path root) {
        return root.resolve("toolchain").resolve(folder);
    }

    /** The version that go.mod pins for a module path, such as {@code v3.256.0}. */
    public String version(Path root, String modulePath) {
        var line = Pattern.compile("(?m)^\\s*(?:require\\s+)?" + Pattern.quote(modulePath) + "\\s+(v\\S+)");
        var match = line.matcher(read(folder(root).resolve("go.mod")));
        if (!match.find()) {
            throw new IllegalStateException(folder(root).resolve("go.mod") + " does not require " + modulePath);
        }
        return match.group(1);
    }

    /** Changes whenever a pin, a checksum or a source of ours does: part of the cache's key. */
    String digest(Path root) {
        try (Stream<Path> files = Files.list(folder(root))) {
            var sha = MessageDigest.getInstance("SHA-256");
            List<Path> sources = files.filter(GoModule::isSource).sorted().toList();
            for (Path source : sources) {
                sha.update(Files.readAllBytes(source));
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSource(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("go.") || name.endsWith(".go");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
