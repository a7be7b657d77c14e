package policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import toolchain.Cache;
import toolchain.FolderTree;
import toolchain.Program;
import toolchain.Progress;
import toolchain.Toolchain;

/**
 * The project {@code example} in a folder of its own, with a state of its own and no cluster. Its class path has the
 * policy runtime's jar and the libraries, and nothing of the facility.
 */
final class ExampleProject {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path SOURCE = PROJECT.resolve("src/test/resources/example");

    private final Path root;
    private final Map<String, String> variables;
    private final Path pulumi;
    private String salt = "";

    private ExampleProject(Path root) {
        this.root = root;
        var toolchain = new Toolchain(PROJECT, Cache.ofUser(), new Progress(System.err));
        this.pulumi = toolchain.resolve(Program.PULUMI).path();
        Path languageHost = toolchain.resolve(Program.LANGUAGE_JAVA).path();
        this.variables = Map.of(
                "PATH",
                languageHost.getParent() + File.pathSeparator + System.getenv("PATH"),
                "PULUMI_BACKEND_URL",
                "file://" + root.resolve("state"),
                "PULUMI_HOME",
                root.resolve("home").toString(),
                "PULUMI_CONFIG_PASSPHRASE",
                "example",
                "PULUMI_SKIP_UPDATE_CHECK",
                "true",
                "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
                "true",
                "PULUMI_ENABLE_STREAMING_JSON_PREVIEW",
                "true",
                "EXAMPLE_CLASSPATH",
                root.resolve("classes") + ":" + PROJECT.resolve("target/facility-policy.jar") + ":"
                        + PROJECT.resolve("target/lib") + "/*");
    }

    /** What one run of the engine said. */
    record Ended(int exit, List<JsonNode> events, String output) {
        /** {@code simple 1.0.0 falsiness mandatory yes}, sorted. */
        List<String> violations() {
            return of("policyEvent")
                    .map(event -> named(event) + " "
                            + event.path("enforcementLevel").asText() + " " + resource(event.path("resourceUrn")))
                    .sorted()
                    .toList();
        }

        /** The resources that the engine was done with, by name. */
        List<String> done() {
            return of("resOutputsEvent")
                    .map(event -> resource(event.path("metadata").path("urn")))
                    .toList();
        }

        List<JsonNode> remediations() {
            return of("policyRemediationEvent").toList();
        }

        private Stream<JsonNode> of(String kind) {
            return events.stream().filter(event -> event.has(kind)).map(event -> event.path(kind));
        }

        private static String named(JsonNode event) {
            return event.path("policyPackName").asText() + " "
                    + event.path("policyPackVersion").asText() + " "
                    + event.path("policyName").asText();
        }

        private static String resource(JsonNode urn) {
            return urn.asText().substring(urn.asText().lastIndexOf("::") + 2);
        }
    }

    /** A pack and what is configured for it. */
    record Loaded(Path folder, Path configuration) {}

    static ExampleProject create() throws IOException, InterruptedException {
        Path root = PROJECT.resolve("target/it/example-project");
        FolderTree.remove(root);
        Files.createDirectories(root.resolve("state"));
        copy(SOURCE.resolve("Pulumi.yaml"), root.resolve("Pulumi.yaml"));
        copy(SOURCE.resolve("run-mvn"), root.resolve("run-mvn"));
        try (var classes = Files.list(PROJECT.resolve("target/test-classes/example"))) {
            for (Path file :
                    classes.filter(each -> each.toString().endsWith(".class")).toList()) {
                copy(file, root.resolve("classes/example").resolve(file.getFileName()));
            }
        }
        var project = new ExampleProject(root);
        var made = project.pulumi("stack", "init", "dev", "--non-interactive");
        if (made.exit() != 0) {
            throw new IllegalStateException(made.output());
        }
        project.salt = Files.readString(root.resolve("Pulumi.dev.yaml"));
        return project;
    }

    Path root() {
        return root;
    }

    /** The stack's configuration, as YAML below {@code config}. */
    void configure(String config) throws IOException {
        Files.writeString(root.resolve("Pulumi.dev.yaml"), salt.stripTrailing() + "\nconfig:\n" + config);
    }

    /** One pack of the run: its folder, and what is configured for it, as JSON. */
    Loaded pack(String name, String configuration) throws IOException {
        Path folder = root.resolve("packs").resolve(name);
        copy(SOURCE.resolve("pack/PulumiPolicy.yaml"), folder.resolve("PulumiPolicy.yaml"));
        copy(SOURCE.resolve("pack/run-mvn"), folder.resolve("run-mvn"));
        Path file = Files.writeString(folder.resolve("configuration.json"), configuration);
        return new Loaded(folder, file);
    }

    Ended preview(Loaded... packs) throws IOException, InterruptedException {
        return run(List.of("preview"), packs);
    }

    Ended up(Loaded... packs) throws IOException, InterruptedException {
        return run(List.of("up", "--yes", "--skip-preview"), packs);
    }

    private Ended run(List<String> command, Loaded... packs) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.addAll(List.of("--stack", "dev", "--json", "--non-interactive"));
        for (Loaded pack : packs) {
            words.addAll(List.of("--policy-pack", pack.folder().toString()));
            words.addAll(List.of("--policy-pack-config", pack.configuration().toString()));
        }
        return pulumi(words.toArray(new String[0]));
    }

    Ended pulumi(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(pulumi.toString()));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        var events = new ArrayList<JsonNode>();
        for (String line : output.lines().filter(each -> each.startsWith("{\"")).toList()) {
            events.add(JSON.readTree(line));
        }
        return new Ended(exit, events, output);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(
                from,
                to,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
}
