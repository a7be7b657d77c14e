package stacks.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.SecretValue;
import facility.ferry.Ferry;
import house.Background;
import house.PythonPrograms;
import house.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stacks.ferry.RegistryServer.Broken;
import stacks.jupyterhub.DeclaredHub;
import stacks.jupyterhub.HubFolder;
import stacks.jupyterhub.HubService;
import stacks.jupyterhub.RunningHub;

/** The program of the ConfigMap, between a registry that demands its certificate and the real JupyterHub's REST API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FerryIT {
    /** What sets the hub up for each test: not what is tested. */
    private static final HubService TESTER = new HubService(
            "tester", SecretValue.hex("tester", "sets the hub up"), List.of("admin:users", "groups!group=guests"));

    private static final String DECLARATION =
            """
            config:
              pulumi:disable-default-providers: ["*"]
              facility:groups:
                guests: {displayName: Guests of a workshop}
              facility:hub:
                signIn: {use: test, administrators: [operator]}
              facility:ferry:
                url: %s
                handKept: [guests]
                removals: {count: 2, share: 50%%}
                caCertificate: |
            %s""";

    @TempDir
    static Path folder;

    private TestAuthority authority;
    private TestAuthority.Issued client;
    private RegistryServer registry;
    private RunningHub hub;
    private FerryProgram program;

    @BeforeAll
    void start() throws Exception {
        authority = new TestAuthority(folder.resolve("authority"));
        client = authority.issue("facility");
        registry = new RegistryServer(authority);
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(
                project.resolve("Pulumi.dev.yaml"),
                DECLARATION.formatted(registry.url(), authority.pem().indent(8)));
        Facility facility = FacilityReader.read(project, Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
        var ferry = new FerryStack(facility.ferry(), facility.hub());
        var stack = DeclaredHub.of(facility, ferry.service(), TESTER);
        var secrets = Stream.concat(facility.secrets().stream(), Stream.of(TESTER.token()))
                .toList();
        hub = new RunningHub(folder.resolve("hub"), stack, secrets, Map.of());
        program = new FerryProgram(folder.resolve("ferry"), ferry, facility.ferry());
    }

    @AfterAll
    void end() {
        if (hub != null) {
            hub.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    /** The registry as it is on a good day, and a hub with nobody but its administrator. */
    @BeforeEach
    void everybodyLeaves() throws IOException {
        for (var page = users(); page.size() > 1; page = users()) {
            page.remove("operator");
            for (String name : page.keySet()) {
                set("DELETE", "/users/" + name, Map.of());
            }
        }
        registry.broken.clear();
        registry.units.clear();
        registry.unixGroups.clear();
        for (String unit : List.of("accel-ai", "cms", "darkside", "des", "icarus", "lbnf", "minerva", "nova")) {
            registry.units.put(unit, List.of("eve"));
        }
        for (String unit : List.of("protodune", "sbnd", "uboone")) {
            registry.units.put(unit, List.of("eve"));
        }
        registry.units.put("dune", List.of("ada", "Bob"));
        registry.unixGroups.put("gpgrid", List.of("ada", "bob", "eve"));
    }

    @Test
    void members_are_made_known_to_the_hub_and_join_their_groups() throws IOException {
        var ended = read();

        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(ended.output()).contains("add user ada", "add ada to dune", "add bob to dune", "0 removals");
        assertThat(users())
                .containsEntry("ada", List.of("dune", "fermi"))
                .containsEntry("bob", List.of("dune", "fermi"))
                .containsEntry("eve", List.of("accel-ai", "cosmic", "dune", "fermi", "fife", "lpc"))
                .hasSize(4);
        assertThat(read().output()).isEqualTo("0 additions and 0 removals\n");
    }

    @Test
    void who_leaves_a_group_loses_it_and_who_leaves_all_loses_the_account() throws IOException {
        read();
        registry.units.put("dune", List.of("ada"));
        registry.unixGroups.put("gpgrid", List.of("ada", "eve"));

        var ended = read();

        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(ended.output())
                .contains("remove bob from dune", "remove bob from fermi", "remove user bob", "and 3 removals");
        assertThat(users()).doesNotContainKey("bob").containsEntry("ada", List.of("dune", "fermi"));
    }

    @Test
    void administrators_and_members_of_a_hand_kept_group_stay() throws IOException {
        set("POST", "/users", Map.of("usernames", List.of("guest", "stranger")));
        set("POST", "/groups/guests/users", Map.of("users", List.of("guest")));

        var ended = read();

        assertThat(ended.output()).contains("remove user stranger").doesNotContain("guest", "operator");
        assertThat(users()).containsKeys("operator", "guest").doesNotContainKey("stranger");
    }

    @Test
    void a_dry_run_says_everything_and_changes_nothing() throws IOException {
        read();
        registry.units.put("dune", List.of("ada", "new"));
        var before = users();

        var ended = read("--dry-run");

        assertThat(ended.exit()).isZero();
        assertThat(ended.output())
                .contains("would add user new", "would add new to dune", "would remove bob from dune", "dry run");
        assertThat(users()).isEqualTo(before);
    }

    @Test
    void beyond_the_limit_nobody_is_removed_and_the_way_on_is_said() throws IOException {
        read();
        for (String unit : List.copyOf(registry.units.keySet())) {
            registry.units.put(unit, List.of("new"));
        }
        registry.unixGroups.put("gpgrid", List.of("new"));
        var before = users();

        var ended = read();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors())
                .contains("3 of 4 people would lose a group or their account, and at most 2 may in one go")
                .contains("ada, bob, eve", "raise facility:ferry removals");
        assertThat(users()).isEqualTo(before);
    }

    static Stream<Broken> half_answers() {
        return Stream.of(
                new Broken(200, output("[{\"unit").replace("}", ""), false),
                new Broken(200, output("[{\"unitname\":\"dune\",\"users\":[{\"username\":\"ada\"}]}]"), true),
                new Broken(200, output("[]"), false),
                new Broken(200, output("null"), false),
                new Broken(200, output("{\"dune\":[]}"), false),
                new Broken(200, output("[{\"unitname\":\"nova\",\"users\":[{\"username\":\"ada\"}]}]"), false),
                new Broken(200, output("[{\"unitname\":\"dune\",\"users\":[]}]"), false),
                new Broken(200, output("[{\"unitname\":\"dune\",\"users\":[{\"username\":7}]}]"), false),
                new Broken(200, output("[{\"unitname\":\"dune\",\"users\":[\"ada\"]}]"), false),
                new Broken(200, output("[{\"unitname\":\"dune\",\"users\":[{\"username\":\"../x\"}]}]"), false),
                new Broken(200, "[]", false),
                new Broken(200, "", false),
                new Broken(302, "", false),
                new Broken(401, "{\"ferry_status\":\"failure\",\"ferry_error\":[\"client not authorized\"]}", false),
                new Broken(500, "{\"ferry_status\":\"failure\",\"ferry_error\":[\"error while querying\"]}", false));
    }

    @ParameterizedTest
    @MethodSource("half_answers")
    void half_an_answer_changes_nothing(Broken half) throws IOException {
        registry.broken.put("dune", half);
        var before = users();

        var ended = read();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors())
                .contains("nothing was changed: registry: ", "dune")
                .doesNotContain("Traceback");
        assertThat(users()).isEqualTo(before);
    }

    @Test
    void a_unit_that_the_registry_does_not_know_changes_nothing() throws IOException {
        registry.units.remove("minerva");

        var ended = read();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors()).contains("minerva", "unitname not found");
        assertThat(users()).hasSize(1);
    }

    @Test
    void more_people_than_a_page_of_the_hub_holds_are_all_seen() throws IOException {
        var many = IntStream.range(0, 220).mapToObj("user%03d"::formatted).toList();
        registry.unixGroups.put("gpgrid", many);
        assertThat(read().exit()).isZero();

        assertThat(read().output()).isEqualTo("0 additions and 0 removals\n");
    }

    @Test
    void a_certificate_of_another_authority_is_turned_away() throws IOException {
        var stranger = new TestAuthority(folder.resolve("stranger")).issue("stranger");

        var ended = program.run(stranger, hub.api(), registry.url());

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors()).contains("nothing was changed: registry: ");
        assertThat(users()).hasSize(1);
    }

    @Test
    void a_registry_whose_certificate_another_authority_signed_is_not_asked() throws Exception {
        var other = new TestAuthority(folder.resolve("other"));
        try (var impostor = new RegistryServer(other)) {
            var ended = program.run(other.issue("facility"), hub.api(), impostor.url());
            assertThat(ended.errors()).contains("CERTIFICATE_VERIFY_FAILED");
        }
        assertThat(users()).hasSize(1);
    }

    @Test
    void a_registry_that_is_down_changes_nothing() throws IOException {
        var ended = program.run(client, hub.api(), "https://127.0.0.1:" + Background.freePort());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors()).contains("nothing was changed: registry: ", "refused");
    }

    @Test
    void a_hub_that_is_down_is_said() throws IOException {
        var ended = program.run(client, "http://127.0.0.1:" + Background.freePort() + "/hub/api", registry.url());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors()).contains("nothing was changed: hub: ", "refused");
    }

    @Test
    void its_token_makes_no_administrator_no_group_and_no_server() throws IOException {
        read();
        String token = HubFolder.value(Ferry.HUB_TOKEN);
        assertThat(hub.call(token, "POST", "/users", Map.of("usernames", List.of("root"), "admin", true))
                        .statusCode())
                .isEqualTo(403);
        assertThat(hub.call(token, "PATCH", "/users/ada", Map.of("admin", true)).statusCode())
                .isEqualTo(403);
        assertThat(hub.call(token, "POST", "/groups/another", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(hub.call(token, "POST", "/groups/guests/users", Map.of("users", List.of("ada")))
                        .statusCode())
                .isBetween(403, 404);
        assertThat(hub.call(token, "POST", "/users/ada/server", Map.of()).statusCode())
                .isBetween(403, 404);
    }

    private static String output(String output) {
        return "{\"ferry_status\":\"success\",\"ferry_error\":[],\"ferry_output\":" + output + "}";
    }

    private Map<String, List<String>> users() throws IOException {
        return hub.users(HubFolder.value(TESTER.token()));
    }

    private void set(String method, String path, Object body) throws IOException {
        var answer = hub.call(HubFolder.value(TESTER.token()), method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private PythonPrograms.Ended read(String... options) throws IOException {
        return program.run(client, hub.api(), registry.url(), options);
    }
}
