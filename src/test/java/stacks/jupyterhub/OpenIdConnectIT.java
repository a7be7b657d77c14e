package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.SecretValue;
import house.Background;
import house.NodePrograms;
import house.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * People sign in by OpenID Connect: a certified provider over TLS, the real hub and proxy with the rendered configuration,
 * and the whole authorization code flow between them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdConnectIT {
    private static final String HOST = "analytics-hub-dev.example.org";
    private static final HubService TESTER =
            new HubService("tester", SecretValue.hex("tester", "sets the hub up"), List.of("admin:users"));
    private static final String DECLARATION =
            """
            config:
              pulumi:disable-default-providers: ["*"]
              facility:hub:
                host: %1$s
                signIn:
                  use: oidc
                  oidc:
                    clientId: analysis-facility
                    authorizeUrl: %2$s/auth
                    tokenUrl: %2$s/token
                    userdataUrl: %2$s/me
                    usernameClaim: preferred_username
                    scope: [profile]
                    caCertificate: |
            """;

    @TempDir
    static Path folder;

    private SSLContext trust;
    private String address;
    private Background provider;
    private RunningHub hub;

    @BeforeAll
    void start() throws Exception {
        var authority = new TestAuthority(folder.resolve("authority"));
        var own = authority.issue("provider");
        trust = authority.tls(own);
        int port = Background.freePort();
        provider = provider(port, own);
        address = "https://127.0.0.1:" + port;
        hub = hub("hub", authority);
    }

    /** One that trusts an authority, which none but its declaration names. */
    private RunningHub hub(String name, TestAuthority trusted) throws Exception {
        Path project = Files.createDirectories(folder.resolve(name + "-project"));
        Files.writeString(
                project.resolve("Pulumi.dev.yaml"),
                DECLARATION.formatted(HOST, address) + trusted.pem().indent(10));
        // Not as on a twin: this is a declaration that a real environment could have.
        Facility facility = FacilityReader.read(project, Environment.DEV, false).orElseThrow("Pulumi.dev.yaml");
        var stack = DeclaredHub.of(facility, TESTER);
        var secrets = Stream.concat(facility.secrets().stream(), Stream.of(TESTER.token()))
                .toList();
        var running = new RunningHub(folder.resolve(name), stack, secrets, Map.of());
        var known =
                running.call(HubFolder.value(TESTER.token()), "POST", "/users", Map.of("usernames", List.of("ada")));
        assertThat(known.statusCode()).as(known.body()).isEqualTo(201);
        return running;
    }

    private static Background provider(int port, TestAuthority.Issued own) {
        var programs = NodePrograms.of(Path.of("src/test/node/sign-in"));
        return new Background(
                        folder,
                        folder.resolve("provider.log"),
                        Map.of("CLIENT_SECRET", HubFolder.SECRET_VALUE),
                        List.of(
                                "node",
                                programs.script(Path.of("src/test/node/sign-in/provider.mjs"))
                                        .toString(),
                                "" + port,
                                own.certificate().toString(),
                                own.key().toString(),
                                "https://" + HOST + "/hub/oauth_callback"))
                .awaitPort(port);
    }

    @AfterAll
    void end() {
        if (hub != null) {
            hub.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void who_is_known_to_the_hub_signs_in_by_the_code_flow() throws IOException {
        var visitor = new Visitor(trust, HOST, hub.url());

        var answer = visitor.signIn("ada");

        assertThat(answer.statusCode()).as(hub.said()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\": \"ada\"", "\"admin\": false");
        assertThat(visitor.visited())
                .anyMatch(address -> address.contains("/auth?") && address.contains("code_challenge_method=S256"))
                .anyMatch(address -> address.startsWith("https://" + HOST + "/hub/oauth_callback?code="));
    }

    @Test
    void who_has_an_account_at_the_provider_alone_is_refused() throws IOException {
        var visitor = new Visitor(trust, HOST, hub.url());

        var answer = visitor.signIn("bob");

        assertThat(answer.statusCode()).as(hub.said()).isEqualTo(403);
        assertThat(visitor.get("/hub/api/user").statusCode()).isEqualTo(403);
        assertThat(hub.users(HubFolder.value(TESTER.token()))).containsOnlyKeys("ada");
    }

    @Test
    void a_provider_of_another_authority_is_not_believed() throws Exception {
        try (var wary = hub("wary", new TestAuthority(folder.resolve("another")))) {
            var answer = new Visitor(trust, HOST, wary.url()).signIn("ada");

            assertThat(answer.statusCode()).as(wary.said()).isEqualTo(500);
            assertThat(wary.said()).containsIgnoringCase("certificate");
        }
    }

    @Test
    void a_callback_with_a_state_that_nobody_started_is_refused() throws IOException {
        var answer = new Visitor(trust, HOST, hub.url()).get("/hub/oauth_callback?code=stolen&state=made-up");

        assertThat(answer.statusCode()).isIn(400, 403);
    }
}
