package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds a program from its pinned module: aside in a folder of its own, then one rename into the cache, so that a
 * build that is cut off leaves nothing that looks like a program. Go verifies each module against the committed go.sum.
 */
final class GoBuild {
    private static final int WANTED_MINOR = 25;
    private static final String WANTED_GO = "1." + WANTED_MINOR;
    private static final Pattern GO_VERSION = Pattern.compile("^go1\\.(\\d+)");

    private final Path root;

    GoBuild(Path root) {
        this.root = root;
    }

    void into(Program program, Path target) {
        requireGo();
        Path aside = null;
        try {
            Files.createDirectories(target.getParent().getParent());
            aside = Files.createTempDirectory(target.getParent().getParent(), ".building-");
            Path sources = sources(program, aside);
            Path built = aside.resolve(program.command());
            compile(program, sources, built);
            Files.createDirectories(target.getParent());
            Files.move(built, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (aside != null) {
                FolderTree.remove(aside);
            }
        }
    }

    private void compile(Program program, Path sources, Path built) {
        var words = List.of(
                "go",
                "build",
                "-trimpath",
                "-mod=readonly",
                "-ldflags",
                program.linkerFlags(root),
                "-o",
                built.toString(),
                program.goPackage());
        // GOWORK and GOFLAGS of the user's shell must not change what is built.
        var result = Command.run(sources, Map.of("GOWORK", "off", "GOFLAGS", ""), words);
        if (!result.succeeded()) {
            throw new ToolchainException("building " + program.command() + " failed: " + lastLines(result.output()));
        }
    }

    /** The module's own folder; for the provider a copy, with the two files that its main embeds. */
    private Path sources(Program program, Path aside) throws IOException {
        Path module = program.module().folder(root);
        if (program != Program.PROVIDER) {
            return module;
        }
        Path copy = Files.createDirectory(aside.resolve("src"));
        try (Stream<Path> files = Files.list(module)) {
            for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path upstream = moduleFolder(root, GoModule.PROVIDER, "github.com/pulumi/pulumi-kubernetes/provider/v4")
                .resolve("cmd/pulumi-resource-kubernetes");
        String schema = Files.readString(upstream.resolve("schema.json"));
        // The schema that upstream commits has no version, and the engine refuses one without.
        String versioned = schema.replaceFirst("\\{", "{\"version\": \"" + Program.PROVIDER_VERSION + "\",");
        Files.writeString(copy.resolve("schema.json"), versioned);
        Files.write(
                copy.resolve("terraform-mapping.json"), Files.readAllBytes(upstream.resolve("terraform-mapping.json")));
        return copy;
    }

    /** The folder of a required module in Go's module cache, downloaded and verified when it is not there yet. */
    static Path moduleFolder(Path root, GoModule module, String modulePath) {
        requireGo();
        Path folder = module.folder(root);
        var environment = Map.of("GOWORK", "off", "GOFLAGS", "");
        var download = Command.run(folder, environment, List.of("go", "mod", "download", modulePath));
        var found = Command.run(folder, environment, List.of("go", "list", "-m", "-f", "{{.Dir}}", modulePath));
        if (!download.succeeded() || !found.succeeded()) {
            throw new ToolchainException(
                    "downloading " + modulePath + " failed: " + lastLines(download.output() + found.output()));
        }
        return Path.of(found.output().strip());
    }

    private static void requireGo() {
        if (PathLookup.find("go").isEmpty()) {
            throw new ToolchainException("no go on PATH; install Go, version " + WANTED_GO + " or newer");
        }
        String reported = Command.run(Path.of(".").toAbsolutePath(), Map.of(), List.of("go", "env", "GOVERSION"))
                .output()
                .strip();
        var version = GO_VERSION.matcher(reported);
        if (version.find() && Integer.parseInt(version.group(1)) < WANTED_MINOR) {
            throw new ToolchainException(
                    reported + " on PATH is too old; install Go, version " + WANTED_GO + " or newer");
        }
    }

    private static String lastLines(String output) {
        List<String> lines = output.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
