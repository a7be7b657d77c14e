package stacks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import house.Background;
import house.TestAuthority;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kube.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers behind data doors, started by their declared commands on their declared files. */
class DataDoorIT {
    private static final String PASSWORD = "a-word-of-the-test";

    private final Facility facility = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/data-doors.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();

    @TempDir
    Path folder;

    @Test
    void rclone_lists_takes_and_gives_files_to_its_account_and_to_nobody_else() throws Exception {
        Path area = Files.createDirectories(folder.resolve("area"));
        Files.writeString(area.resolve("there"), "of the experiment\n");
        int port = Background.freePort();
        try (var server = rclone("data-lpc", area, port)) {
            server.awaitPort(port);

            assertThat(status(port, "GET", "/there", null, null)).isEqualTo(401);
            assertThat(status(port, "GET", "/there", "lpc:wrong", null)).isEqualTo(401);
            assertThat(status(port, "GET", "/there", "other:" + PASSWORD, null)).isEqualTo(401);
            assertThat(status(port, "PUT", "/stranger", null, "x")).isEqualTo(401);

            String account = "lpc:" + PASSWORD;
            assertThat(ask(port, "PROPFIND", "/", account, null).body()).contains("<D:href>/there</D:href>");
            assertThat(status(port, "MKCOL", "/run", account, null)).isEqualTo(201);
            assertThat(status(port, "PUT", "/run/result", account, "42\n")).isEqualTo(201);
            assertThat(ask(port, "GET", "/run/result", account, null).body()).isEqualTo("42\n");
            assertThat(area.resolve("run/result")).hasContent("42");
            assertThat(area.resolve("stranger")).doesNotExist();
        }
    }

    @Test
    void rclone_gives_what_is_in_a_read_only_area_and_takes_nothing() throws Exception {
        Path area = Files.createDirectories(folder.resolve("area"));
        Files.writeString(area.resolve("there"), "of the laboratory\n");
        int port = Background.freePort();
        try (var server = rclone("data-home", area, port)) {
            server.awaitPort(port);
            String account = "reader:" + PASSWORD;

            assertThat(ask(port, "GET", "/there", account, null).body()).isEqualTo("of the laboratory\n");
            assertThat(status(port, "PUT", "/new", account, "x")).isGreaterThanOrEqualTo(400);
            assertThat(status(port, "DELETE", "/there", account, null)).isGreaterThanOrEqualTo(400);
            assertThat(area.resolve("new")).doesNotExist();
            assertThat(area.resolve("there")).exists();
        }
    }

    @Test
    void xrootd_lets_each_token_do_what_it_says_and_no_more() throws Exception {
        var tokens = new BearerTokens("https://tokens.example.org/lpc");
        var stranger = new BearerTokens("https://tokens.example.org/lpc");
        String audience = "https://grid-data.example.org";
        var later = Instant.now().plusSeconds(600);
        var written = Map.of(
                "area/there", "of the experiment\n",
                "body", "42\n",
                "issuer/lpc/.well-known/openid-configuration", tokens.configuration(),
                "issuer/lpc/jwks", tokens.jwks(),
                "reads", tokens.token(audience, "storage.read:/", later),
                "writes", tokens.token(audience, "storage.read:/ storage.modify:/", later),
                "expired",
                        tokens.token(audience, "storage.read:/", Instant.now().minusSeconds(30)),
                "elsewhere", tokens.token("https://other.example.org", "storage.read:/", later),
                "forged", stranger.token(audience, "storage.read:/", later),
                "requests",
                        """
                        nobody|GET|/there||
                        forged|GET|/there|forged|
                        expired|GET|/there|expired|
                        elsewhere|GET|/there|elsewhere|
                        reads|GET|/there|reads|
                        lists|PROPFIND|/|reads|
                        reader-writes|PUT|/run/result|reads|body
                        writes|PUT|/run/result|writes|body
                        reads-back|GET|/run/result|reads|
                        """);
        for (var file : written.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var authority = new TestAuthority(folder);
        authority.issue("issuer", "tokens.example.org");
        var files = (ConfigMap) object("ConfigMap", "data-grid");
        Files.createDirectories(folder.resolve("files"));
        for (var file : files.getData().entrySet()) {
            Files.writeString(folder.resolve("files").resolve(file.getKey()), file.getValue());
        }

        var statuses = xrootd();

        assertThat(statuses)
                .as(Files.readString(folder.resolve("xrootd.log")))
                .containsEntry("nobody", "403")
                .containsEntry("forged", "403")
                .containsEntry("expired", "403")
                .containsEntry("elsewhere", "403")
                .containsEntry("reads", "200")
                .containsEntry("lists", "207")
                .containsEntry("reader-writes", "403")
                .containsEntry("writes", "200")
                .containsEntry("reads-back", "200");
        assertThat(folder.resolve("answer-reads")).hasContent("of the experiment");
        assertThat(folder.resolve("answer-lists")).content().contains("/there");
        assertThat(folder.resolve("answer-reads-back")).hasContent("42");
        assertThat(folder.resolve("area/run/result")).hasContent("42");
    }

    private Map<String, String> xrootd() throws Exception {
        var words = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--net",
                "--mount",
                "bash",
                Path.of("src/test/resources/storage/xrootd-door.sh")
                        .toAbsolutePath()
                        .toString(),
                folder.toString()));
        var container = container("data-grid");
        words.addAll(container.getCommand());
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        container.getEnv().forEach(variable -> builder.environment().put(variable.getName(), variable.getValue()));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        var statuses = new HashMap<String, String>();
        said.lines().forEach(line -> statuses.put(line.split(" ", -1)[0], line.split(" ", -1)[1]));
        return statuses;
    }

    /** The declared command; only where it listens and what it serves is this machine's. */
    private Background rclone(String name, Path area, int port) {
        var container = container(name);
        var words = container.getCommand().stream()
                .map(word -> word.equals(DoorObjects.AREA) ? area.toString() : word)
                .map(word -> word.equals("--addr=:" + DoorProgram.PORT) ? "--addr=127.0.0.1:" + port : word)
                .toList();
        var variables = new HashMap<String, String>();
        for (EnvVar variable : container.getEnv()) {
            variables.put(variable.getName(), variable.getValueFrom() == null ? variable.getValue() : PASSWORD);
        }
        return new Background(folder, folder.resolve("rclone.log"), variables, words);
    }

    private Container container(String name) {
        return ((Deployment) object("Deployment", name))
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    private HasMetadata object(String kind, String name) {
        return new StorageStack(
                        facility.storage(),
                        facility.hub().homes(),
                        facility.catalogue(),
                        facility.hub().namespace())
                .objects().stream()
                        .filter(declared -> declared.kind().equals(kind))
                        .filter(declared ->
                                declared.object().getMetadata().getName().equals(name))
                        .map(Declared::object)
                        .findFirst()
                        .orElseThrow();
    }

    private static int status(int port, String method, String path, String account, String body) throws Exception {
        return ask(port, method, path, account, body).statusCode();
    }

    private static HttpResponse<String> ask(int port, String method, String path, String account, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Depth", "1");
        if (account != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
