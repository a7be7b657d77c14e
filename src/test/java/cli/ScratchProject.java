package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import toolchain.FolderTree;

/** The project seen from a folder of its own, with its own data folder, so that a test disturbs nobody's twin. */
public final class ScratchProject implements AutoCloseable {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** As {@code ./facility} starts it, once the jar is there. */
    private static final String PROGRAM = PROJECT.resolve("toolchain/run-java").toString();

    private final Path root;

    private ScratchProject(Path root) {
        this.root = root;
    }

    /** What a command said and how it ended. */
    public record Ended(int exit, String output) {}

    public static ScratchProject create(String name) {
        try {
            Path root = PROJECT.resolve("target").resolve("it").resolve(name);
            var scratch = new ScratchProject(root);
            if (Files.exists(root)) {
                scratch.close();
            }
            Files.createDirectories(root);
            for (String shared :
                    List.of("pom.xml", "src", "target", "toolchain", "charts", "policies", "Pulumi.yaml")) {
                Files.createSymbolicLink(root.resolve(shared), PROJECT.resolve(shared));
            }
            for (String own : List.of("Pulumi.dev.yaml", "Pulumi.prod.yaml")) {
                Files.copy(PROJECT.resolve(own), root.resolve(own));
            }
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    /** A copy of a shared folder instead of the link, so that a test may change it. */
    public void own(String folder) {
        try {
            Path link = root.resolve(folder);
            Path shared = link.toRealPath();
            Files.delete(link);
            try (Stream<Path> inside = Files.walk(shared)) {
                for (Path path : inside.toList()) {
                    Files.copy(path, link.resolve(shared.relativize(path).toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Ended facility(String... words) {
        return facility(Map.of(), words);
    }

    /** A command under further variables. */
    public Ended facility(Map<String, String> variables, String... words) {
        var all = new ArrayList<>(List.of(PROGRAM, "-Dfacility.root=" + root, "cli.Main"));
        all.addAll(List.of(words));
        return run(variables, all);
    }

    public Ended shell(String script) {
        return run(Map.of(), List.of("bash", "-c", script));
    }

    /** What is done meanwhile, no engine of this project that is given the facility's pack can do: the pack cannot start. */
    public <T> T withPackThatCannotStart(Callable<T> done) throws IOException {
        shell("mv policies policies.kept && cp -rL policies.kept policies"
                + " && printf '#!/bin/sh\\nexit 1\\n' > policies/run-mvn");
        try {
            return done.call();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        } finally {
            shell("rm -r policies && mv policies.kept policies");
        }
    }

    /** A script after the one line that makes plain {@code pulumi} work. */
    public Ended sourced(String environment, String script) {
        return shell("eval \"$(" + PROGRAM + " -Dfacility.root=" + root + " cli.Main env " + environment + ")\" && "
                + script);
    }

    private Ended run(Map<String, String> variables, List<String> words) {
        try {
            var builder = new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the twins that the test started and removes the folder. */
    @Override
    public void close() {
        for (String environment : List.of("dev", "prod")) {
            if (Files.exists(root.resolve(".facility").resolve(environment).resolve("twin"))) {
                facility("twin", "delete", environment, "--yes");
            }
        }
        FolderTree.remove(root);
    }
}
