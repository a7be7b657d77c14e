package checkmk;

import static org.assertj.core.api.Assertions.assertThat;

import checkmk.rest.Client;
import checkmk.rest.Server;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import toolchain.Cache;
import toolchain.Program;
import toolchain.Progress;
import toolchain.Toolchain;

/** The provider behind the real engine, against a server that keeps state. */
class CheckmkIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String TOKEN = "token-of-the-cluster";
    private static final String HOSTS = "POST /domain-types/host_config/collections/all";
    private static final String ACTIVATE = "POST /domain-types/activation_run/actions/activate-changes/invoke";

    @TempDir
    private Path folder;

    private PlayedSite site;
    private Client client;
    private String output = "";

    @BeforeEach
    void start() throws IOException {
        site = new PlayedSite(Files.createDirectories(folder.resolve("server")), Duration.ofMillis(300));
        client = new Client(new Server(
                site.url(),
                "facility",
                "somebody",
                PlayedSite.SECRET,
                Optional.of(site.authority()),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20)));
        Path executor = Files.createDirectories(folder.resolve("mvn")).resolve("run");
        Files.writeString(
                executor,
                """
                #!/bin/sh
                case "$*" in *packages*) echo '[]'; exit 0;; esac
                exec java -XX:TieredStopAtLevel=1 -cp %s checkmk.Declares
                """
                        .formatted(System.getProperty("java.class.path")));
        assertThat(executor.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                folder.resolve("Pulumi.yaml"),
                "name: checkmk\nruntime: {name: java, options: {use-executor: ./mvn/run}}\n");
        Files.createDirectories(folder.resolve("state"));
        declare("host-a", "one");
        assertThat(pulumi("stack", "init", "test")).as(output).isZero();
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void a_life_of_up_change_preview_up_refresh_and_down() throws IOException {
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isZero();
        assertThat(site.writes()).filteredOn(ACTIVATE::equals).hasSize(1);
        assertThat(pulumi("preview", "--expect-no-changes")).as(output).isZero();
        declare("host-a", "two");
        assertThat(pulumi("preview", "--diff")).as(output).isZero();
        assertThat(output).contains("alias").contains("two").doesNotContain(TOKEN);
        assertThat(site.writes()).as("a preview sends no write").isEmpty();
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isZero();
        assertThat(site.writes()).containsExactly("PUT /objects/host_config/host-a", ACTIVATE);
        drift("three");
        assertThat(pulumi("preview", "--refresh", "--diff")).as(output).isZero();
        assertThat(output).contains("three");
        site.writes();
        assertThat(pulumi("up", "--refresh", "--yes", "--skip-preview"))
                .as(output)
                .isZero();
        assertThat(alias("host-a")).isEqualTo("two");
        declare("host-b", "two");
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isZero();
        assertThat(client.find("/objects/host_config/host-a")).isEmpty();
        assertThat(pending()).isEmpty();
        site.writes();
        assertThat(pulumi("destroy", "--yes", "--skip-preview")).as(output).isZero();
        assertThat(client.find("/objects/folder_config/~f")).isEmpty();
        assertThat(pending()).isEmpty();
        assertNothingRunsAndNoSecretIsSeen();
    }

    @Test
    void a_fault_in_the_middle_is_mended_by_the_next_run() throws IOException {
        site.failNext(HOSTS, 500);
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isNotZero();
        assertThat(output).contains("the server failed (500)").doesNotContain(PlayedSite.SECRET);
        assertThat(site.writes()).doesNotContain(ACTIVATE);

        // Carried out, but its answer is lost: it must not be made twice.
        site.dropNext("POST /domain-types/rule/collections/all");
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isZero();
        assertThat(client.get("/domain-types/rule/collections/all?ruleset_name=active_checks:cert")
                        .body()
                        .path("value"))
                .hasSize(1);

        declare("host-a", "two");
        site.failNext(ACTIVATE, 409);
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isNotZero();
        assertThat(pending()).isNotEmpty();
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isZero();
        assertThat(pending()).isEmpty();
        assertThat(pulumi("preview", "--refresh", "--expect-no-changes"))
                .as(output)
                .isZero();
        assertNothingRunsAndNoSecretIsSeen();
    }

    @Test
    void a_host_that_exists_is_imported_and_never_taken_over() throws IOException {
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isZero();
        client.post(
                "/domain-types/host_config/collections/all",
                Map.of("host_name", "host-x", "folder", "/f", "attributes", Map.of("alias", "theirs")));
        declare("host-x", "ours");
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isNotZero();
        assertThat(output).contains("exists on").contains("pulumi import");
        String provider = "urn:pulumi:test::checkmk::pulumi:providers:checkmk::server";
        assertThat(pulumi(
                        "import",
                        "checkmk:index:Host",
                        "host-x",
                        "host-x",
                        "--provider",
                        "server=" + provider,
                        "--yes",
                        "--generate-code=false",
                        "--protect=false"))
                .as(output)
                .isZero();
        assertThat(pulumi("stack", "export")).isZero();
        assertThat(output).contains("theirs");
        assertNothingRunsAndNoSecretIsSeen();
    }

    @Test
    void changes_of_others_are_not_activated_with_ours() throws IOException {
        client.post(
                "/domain-types/folder_config/collections/all",
                Map.of("name", "theirs", "parent", "/", "title", "theirs", "attributes", Map.of()));
        assertThat(pulumi("up", "--yes", "--skip-preview")).as(output).isNotZero();
        assertThat(output).contains("changes of other users are pending");
        assertThat(pending()).isNotEmpty();
    }

    private void declare(String host, String alias) throws IOException {
        var resources = new ArrayList<Map<String, Object>>();
        resources.add(resource("Folder", "f", Map.of("path", "/f", "title", "F", "attributes", Map.of())));
        resources.add(resource("Password", "p", Map.of("ident", "p", "title", "P", "password", TOKEN)));
        resources.add(
                resource("Host", host, Map.of("hostName", host, "folder", "/f", "attributes", Map.of("alias", alias))));
        resources.add(resource(
                "Rule",
                "r",
                new TreeMap<>(Map.of(
                        "key", "r",
                        "ruleset", "active_checks:cert",
                        "folder", "/f",
                        "description", "d",
                        "valueRaw", "{'connections': []}",
                        "conditions", Map.of()))));
        resources.add(resource("Activation", "activation", Map.of("digest", host + alias)));
        resources.add(resource(
                "Downtime",
                "d",
                Map.of(
                        "key", "d",
                        "hostName", host,
                        "start", "2099-01-01T08:00:00Z",
                        "end", "2099-01-01T09:00:00Z",
                        "comment", "maintenance")));
        var provider = Map.of(
                "url",
                site.url(),
                "site",
                "facility",
                "user",
                "automation",
                "secret",
                PlayedSite.SECRET,
                "authority",
                site.authority().toString());
        JSON.writeValue(folder.resolve("declared.json").toFile(), Map.of("provider", provider, "resources", resources));
    }

    private static Map<String, Object> resource(String kind, String name, Map<String, Object> fields) {
        return Map.of("kind", kind, "name", name, "fields", fields);
    }

    /** Somebody changes a host in the site's own pages and activates it. */
    private void drift(String alias) {
        var now = client.get("/objects/host_config/host-a");
        client.change(
                "PUT",
                "/objects/host_config/host-a",
                Optional.of(Map.of("attributes", Map.of("alias", alias))),
                now.version());
        client.change(
                "POST",
                "/domain-types/activation_run/actions/activate-changes/invoke",
                Optional.of(Map.of("force_foreign_changes", true)),
                "*");
    }

    private String alias(String host) {
        return client.get("/objects/host_config/" + host)
                .extensions()
                .path("attributes")
                .path("alias")
                .asText();
    }

    private List<String> pending() {
        var texts = new ArrayList<String>();
        client.get("/domain-types/activation_run/collections/pending_changes")
                .body()
                .path("value")
                .forEach(change -> texts.add(change.path("text").asText()));
        return texts;
    }

    private void assertNothingRunsAndNoSecretIsSeen() throws IOException {
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(PROJECT + "/target/facility.jar ")
                                && line.contains("checkmk.provider.Main")))
                .isEmpty();
        String state = Files.readString(folder.resolve("state/.pulumi/stacks/checkmk/test.json"));
        assertThat(state).doesNotContain(PlayedSite.SECRET).doesNotContain(TOKEN);
    }

    private int pulumi(String... words) throws IOException {
        var toolchain = new Toolchain(PROJECT, Cache.ofUser(), new Progress(System.err));
        Path program = toolchain.resolve(Program.PULUMI).path();
        var all = new ArrayList<>(List.of(program.toString()));
        all.addAll(List.of(words));
        if (!words[0].equals("stack")) {
            all.addAll(List.of("--stack", "test"));
        }
        all.add("--non-interactive");
        var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PULUMI_BACKEND_URL",
                        "file://" + folder.resolve("state"),
                        "PULUMI_HOME",
                        folder.resolve("home").toString(),
                        "PULUMI_CONFIG_PASSPHRASE",
                        "of-the-test",
                        "PULUMI_SKIP_UPDATE_CHECK",
                        "true",
                        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
                        "true",
                        "PATH",
                        String.join(
                                ":",
                                PROJECT.resolve("toolchain/plugins").toString(),
                                program.getParent().toString(),
                                toolchain
                                        .resolve(Program.LANGUAGE_JAVA)
                                        .path()
                                        .getParent()
                                        .toString(),
                                System.getenv("PATH"))));
        Process process = builder.start();
        process.getOutputStream().close();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
