package toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CustomResourceDefinitions that an OKD cluster has and a bare control plane lacks, taken out of their pinned Go
 * modules and kept in the cache: they are upstream's, whole and never committed. Which, is said by the files
 * {@code toolchain/crds/*.list}. For a twin alone: nothing installs them on a cluster.
 */
final class CustomResources {
    private static final String COMPLETE = "complete";
    private static final String MODULE = "module ";
    private static final String OPENAPI = "openapi ";

    private final Path root;
    private final Cache cache;

    CustomResources(Path root, Cache cache) {
        this.root = root;
        this.cache = cache;
    }

    /** Fetched and verified when they are not there yet. */
    List<Path> files() {
        Path folder = folder();
        Path complete = folder.resolve(COMPLETE);
        if (!Files.exists(complete)) {
            cache.locked("crds", () -> Files.exists(complete) ? complete : fetch(folder, complete));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.equals(complete)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they are, if an earlier run fetched them all. */
    Optional<Path> found() {
        return Optional.of(folder()).filter(folder -> Files.exists(folder.resolve(COMPLETE)));
    }

    /** How many files and kinds the lists name. */
    int count() {
        return (int) lists().stream()
                .flatMap(list -> lines(list).stream())
                .filter(line -> !line.startsWith(MODULE) && !line.startsWith(OPENAPI))
                .count();
    }

    /** Other lists, other versions of the modules or another way to make definitions are another folder. */
    private Path folder() {
        return cache.folder().resolve("crds-" + GoModule.CRDS.digest(root) + "-" + listsDigest());
    }

    private Path fetch(Path folder, Path complete) {
        try {
            Files.createDirectories(folder);
            for (Path list : lists()) {
                List<String> lines = lines(list);
                if (lines.get(0).startsWith(OPENAPI)) {
                    make(lines, folder);
                } else {
                    copy(lines, folder);
                }
            }
            // Written last: without it the folder is fetched again.
            Files.writeString(complete, "");
            return complete;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(List<String> lines, Path folder) throws IOException {
        Path from = GoBuild.moduleFolder(root, GoModule.CRDS, lines.get(0).substring(MODULE.length()));
        for (String file : lines.subList(1, lines.size())) {
            Path to = folder.resolve(file.substring(file.lastIndexOf('/') + 1));
            Files.copy(from.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void make(List<String> lines, Path folder) throws IOException {
        String[] words = lines.get(0).split("\\s+", -1);
        var kinds = AggregatedKinds.read(
                GoBuild.moduleFolder(root, GoModule.CRDS, words[1]).resolve(words[2]));
        for (String line : lines.subList(1, lines.size())) {
            var kind = AggregatedKinds.Kind.parse(line);
            Files.writeString(folder.resolve(kind.fileName()), kinds.definition(kind));
        }
    }

    private List<Path> lists() {
        try (Stream<Path> files = Files.list(GoModule.CRDS.folder(root))) {
            return files.filter(file -> file.toString().endsWith(".list"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without comments; the first says where the others are found. */
    private static List<String> lines(Path list) {
        try {
            var lines = new ArrayList<>(Files.readString(list).lines().toList());
            lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
            if (lines.isEmpty()
                    || (!lines.get(0).startsWith(MODULE) && !lines.get(0).startsWith(OPENAPI))) {
                throw new ToolchainException(list + " does not begin with \"module\" or \"openapi\"");
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String listsDigest() {
        try (InputStream maker = AggregatedKinds.class.getResourceAsStream("AggregatedKinds.class")) {
            var sha = MessageDigest.getInstance("SHA-256");
            for (Path list : lists()) {
                sha.update(String.join("\n", lines(list)).getBytes(StandardCharsets.UTF_8));
            }
            sha.update(maker.readAllBytes());
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
