package health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.JupyterHub;
import facility.SecretValue;
import house.PythonPrograms;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stacks.jupyterhub.DeclaredHub;
import stacks.jupyterhub.HubFolder;
import stacks.jupyterhub.HubService;
import stacks.jupyterhub.RunningHub;

/** The check of a spawn against the real hub behind its real proxy, with the rights that are declared for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpawnIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "/users/facility-health";
    private static final String TOKEN = HubFolder.value(JupyterHub.HEALTH_TOKEN);
    private static final Pattern XSRF = Pattern.compile("name=\"_xsrf\" value=\"([^\"]+)\"");

    /** What looks at the hub for each test: not what is tested. */
    private static final HubService TESTER = new HubService(
            "tester", SecretValue.hex("tester", "sets the hub up"), List.of("admin:users", "servers", "tokens"));

    private static final String TESTERS = HubFolder.value(TESTER.token());

    private static final String DECLARATION =
            """
            config:
              pulumi:disable-default-providers: ["*"]
              facility:hub:
                signIn: {use: test}
                spawnCheck: {user: facility-health}
            """;

    /** Of no cluster: nobody listens at port 1 of this machine. */
    private static final String KUBECONFIG =
            """
            {apiVersion: v1, kind: Config, current-context: none,
             clusters: [{name: none, cluster: {server: "http://127.0.0.1:1"}}],
             users: [{name: none, user: {token: none}}],
             contexts: [{name: none, context: {cluster: none, user: none}}]}
            """;

    @TempDir
    static Path folder;

    private final List<String> told = new ArrayList<>();
    private Facility facility;
    private RunningHub hub;
    private Path how;

    @BeforeAll
    void begin() throws Exception {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), DECLARATION);
        facility = FacilityReader.read(folder, Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
        how = folder.resolve("how");
        Files.writeString(how, "good");
        hub = new RunningHub(
                folder.resolve("hub"),
                DeclaredHub.of(facility, TESTER),
                Stream.concat(facility.secrets().stream(), Stream.of(TESTER.token()))
                        .toList(),
                Map.of("HOW", how.toString()),
                Files.readString(Path.of("src/test/python/check_servers.py")));
        asTester("POST", "/users/ada");
        startAsTester("ada");
    }

    @AfterAll
    void end() {
        if (hub != null) {
            hub.close();
        }
    }

    @AfterEach
    void no_server_is_left_and_no_other_was_stopped() throws IOException {
        assertThat(servers("facility-health")).isEmpty();
        assertThat(servers("ada").path("").path("ready").asBoolean()).isTrue();
        assertThat(hub.said()).doesNotContain(TOKEN);
    }

    /** With the real KubeSpawner, which judges what may be chosen before it asks a cluster. */
    @Test
    void the_check_is_offered_its_environment_and_everybody_else_what_they_were() throws Exception {
        Files.writeString(folder.resolve("kubeconfig"), KUBECONFIG);
        Path loaded = folder.resolve("loaded");
        HubFolder.write(loaded, DeclaredHub.of(facility), facility.secrets());
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(
                        Map.of(
                                "HUB_CONFIGURATION",
                                loaded.toString(),
                                "KUBECONFIG",
                                folder.resolve("kubeconfig").toString(),
                                "POD_NAMESPACE",
                                "jupyterhub",
                                "CONFIGPROXY_AUTH_TOKEN",
                                "token-of-the-proxy"),
                        "",
                        "src/test/python/check_profiles.py",
                        loaded.toString());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        JsonNode offered = JSON.readTree(ended.output());
        JsonNode check = offered.path("facility-health");
        assertThat(check.path("form").asText()).contains("Rescue notebook").doesNotContain("Basic SL7", "DUNE");
        assertThat(check.at("/images/fermi~1rescue").asText()).isEqualTo("registry.example.org/eaf/rescue:2026.11");
        assertThat(check.at("/images/fermi~1basic-sl7").asText()).startsWith("refused: ");
        assertThat(check.at("/images/dune~1sl7").asText()).startsWith("refused: ");
        JsonNode ada = offered.path("ada");
        assertThat(ada.path("form").asText()).contains("LBNF/DUNE/ProtoDUNE").doesNotContain("Rescue notebook");
        assertThat(ada.at("/images/dune~1sl7").asText()).isEqualTo("registry.example.org/eaf/dune-sl7:2026.11");
        assertThat(ada.at("/images/fermi~1rescue").asText()).startsWith("refused: ");
    }

    @Test
    void a_server_comes_up_answers_and_is_gone() throws IOException {
        var spawned = tried("good", Duration.ofMinutes(1));
        assertThat(spawned.finding())
                .isEqualTo(Finding.green("jupyterhub", "spawn of fermi/rescue for facility-health"));
        assertThat(spawned.ready())
                .hasValueSatisfying(ready -> assertThat(ready).isPositive().isLessThan(spawned.whole()));
    }

    @Test
    void a_failed_start_is_explained_by_the_hubs_own_words() throws IOException {
        assertThat(red("no image", Duration.ofMinutes(1)))
                .isEqualTo("Spawn failed; before that the hub said:"
                        + " [Warning] Failed to pull image registry.example.org/eaf/rescue:2026.11");
        assertThat(told).endsWith("[Warning] Failed to pull image registry.example.org/eaf/rescue:2026.11");
    }

    /** More often than would end the hub, if they counted. */
    @Test
    void a_refused_start_is_explained_and_counts_for_no_failure_of_the_hub() throws IOException {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(red("refused", Duration.ofMinutes(1)))
                    .startsWith("Spawn failed: pods \"jupyter-facility-health\" is forbidden: exceeded quota: quota");
        }
        assertThat(tried("good", Duration.ofMinutes(1)).finding().outcome()).isEqualTo(Outcome.GREEN);
        assertThat(hub.said()).doesNotContain("consecutive spawn");
    }

    @Test
    void users_who_meet_a_full_pool_count_for_no_failure_of_the_hub() throws Exception {
        asTester("POST", "/users/eve");
        var slice = Map.of("profile", "dune", "environment", "gpu-sl7");
        for (int attempt = 0; attempt < 5; attempt++) {
            hub.call(TESTERS, "POST", "/users/eve/server", slice);
            until("eve", JsonNode::isMissingNode);
        }
        assertThat(hub.said()).contains("No GPU slice is free").doesNotContain("consecutive spawn");
    }

    @Test
    void a_start_that_takes_too_long_is_given_up_with_what_it_waits_for() throws IOException {
        assertThat(red("waits", Duration.ofSeconds(2)))
                .isEqualTo("was not ready after 2 s; before that the hub said: 0/3 nodes are available: 3 Insufficient"
                        + " cpu.");
    }

    @Test
    void a_server_that_is_none_of_jupyters_does_not_answer_its_users() throws IOException {
        assertThat(red("mute", Duration.ofMinutes(1))).isEqualTo("is ready, but its server answers 200 to its users");
    }

    @Test
    void a_server_that_is_there_is_neither_used_nor_stopped() throws Exception {
        Files.writeString(how, "good");
        startAsTester("facility-health");
        try {
            assertThat(red("good", Duration.ofMinutes(1)))
                    .startsWith("facility-health has a server already, since 20")
                    .contains(": it was neither used nor stopped; ");
            assertThat(servers("facility-health").path("").path("ready").asBoolean())
                    .isTrue();
        } finally {
            asTester("DELETE", USER + "/server");
            until("facility-health", JsonNode::isMissingNode);
        }
    }

    @Test
    void a_check_that_is_ended_from_outside_takes_its_server_with_it() throws Exception {
        Files.writeString(how, "waits");
        Path log = folder.resolve("interrupted.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedSpawn.class.getName(),
                        hub.url(),
                        TOKEN)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!Files.readString(log).contains("Insufficient cpu") && process.isAlive()) {
                Thread.sleep(50);
            }
            assertThat(servers("facility-health").path("").path("pending").asText())
                    .as(Files.readString(log))
                    .isEqualTo("spawn");
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    @Test
    void the_token_is_for_this_one_server_and_for_nothing_else() throws IOException {
        JsonNode who = JSON.readTree(hub.call(TOKEN, "GET", "/user", Map.of()).body());
        var scopes = new TreeSet<String>();
        who.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        assertThat(scopes)
                .containsExactly(
                        "delete:servers!user=facility-health",
                        "read:servers!user=facility-health",
                        "read:users:name!user=facility-health",
                        "servers!user=facility-health");

        var refused = Map.ofEntries(
                Map.entry("DELETE /users/ada/server", Map.of()),
                Map.entry("POST /users/ada/server", Map.of()),
                Map.entry("GET /users/ada", Map.of()),
                Map.entry("GET /users/ada/tokens", Map.of()),
                Map.entry("POST /users/ada/tokens", Map.of()),
                Map.entry("GET " + USER + "/tokens", Map.of()),
                Map.entry("POST " + USER + "/tokens", Map.of()),
                Map.entry("PATCH " + USER, Map.of("admin", true)),
                Map.entry("DELETE " + USER, Map.of()),
                Map.entry("POST /users/mallory", Map.of("admin", true)),
                Map.entry("GET /users", Map.of()),
                Map.entry("GET /groups", Map.of()),
                Map.entry("POST /groups/dune/users", Map.of("users", List.of("facility-health"))),
                Map.entry("GET /services", Map.of()),
                Map.entry("GET /proxy", Map.of()),
                Map.entry("POST /shutdown", Map.of()));
        for (var entry : refused.entrySet()) {
            String[] words = entry.getKey().split(" ");
            assertThat(hub.call(TOKEN, words[0], words[1], entry.getValue()).statusCode())
                    .as(entry.getKey())
                    .isIn(403, 404);
        }
        assertThat(JSON.readTree(asTester("GET", USER).body()).path("admin").asBoolean())
                .isFalse();
    }

    @Test
    void another_token_is_refused_and_nobody_signs_in_as_the_check() throws Exception {
        Files.writeString(how, "good");
        var wish = wish(Duration.ofMinutes(1));
        var stranger = new Spawn(wish, new SpawnHubByRoute(wish, TOKEN.replace('0', '1')), Duration.ofMillis(100));
        assertThat(stranger.run(told::add).finding().reason())
                .startsWith("the hub answers 403: ")
                .endsWith(" when it is asked for facility-health");
        assertThat(signIn("ada")).isEqualTo(302);
        assertThat(signIn("facility-health")).isEqualTo(403);
    }

    private String red(String mode, Duration patience) throws IOException {
        Finding finding = tried(mode, patience).finding();
        assertThat(finding.outcome()).isEqualTo(Outcome.RED);
        return finding.reason();
    }

    private Spawned tried(String mode, Duration patience) throws IOException {
        Files.writeString(how, mode);
        var wish = wish(patience);
        return new Spawn(wish, new SpawnHubByRoute(wish, TOKEN), Duration.ofMillis(100)).run(told::add);
    }

    private SpawnWish wish(Duration patience) {
        return new SpawnWish("jupyterhub", hub.url(), "facility-health", "fermi", "rescue", patience);
    }

    private void startAsTester(String user) throws IOException, InterruptedException {
        assertThat(asTester("POST", "/users/" + user + "/server").statusCode()).isIn(201, 202);
        until(user, server -> server.path("ready").asBoolean());
    }

    /** The build's own limit ends a wait for ever. */
    private void until(String user, Predicate<JsonNode> state) throws IOException, InterruptedException {
        while (!state.test(servers(user).path(""))) {
            Thread.sleep(50);
        }
    }

    private JsonNode servers(String user) throws IOException {
        return JSON.readTree(asTester("GET", "/users/" + user).body()).path("servers");
    }

    private HttpResponse<String> asTester(String method, String path) throws IOException {
        return hub.call(TESTERS, method, path, Map.of());
    }

    /** With the twin's one password: the answer to the form. */
    private int signIn(String name) throws Exception {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        URI login = URI.create(hub.url() + "/hub/login");
        var page = client.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString());
        var xsrf = XSRF.matcher(page.body());
        assertThat(xsrf.find()).as(page.body()).isTrue();
        String form = "username=" + name + "&password=" + HubFolder.SECRET_VALUE + "&_xsrf="
                + URLEncoder.encode(xsrf.group(1), StandardCharsets.UTF_8);
        return client.send(
                        HttpRequest.newBuilder(login)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
