package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import config.FacilityReader;
import facility.Database;
import facility.Environment;
import facility.SecretValue;
import house.PostgresServer;
import house.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real hub keeps what it knows at a real PostgreSQL server, as the rendered configuration says. */
class DatabaseIT {
    private static final HubService TESTER =
            new HubService("tester", SecretValue.hex("tester", "sets the hub up"), List.of("admin:users"));
    private static final String DECLARATION =
            """
            config:
              pulumi:disable-default-providers: ["*"]
              facility:hub:
                database:
                  type: postgres
                  url: %s
                  networks: [192.0.2.40/32]
                  caCertificate: |
            """;

    @TempDir
    Path folder;

    @Test
    void what_it_knows_is_there_after_it_started_anew() throws Exception {
        var authority = new TestAuthority(folder.resolve("authority"));
        try (var server = server(authority)) {
            try (var hub = hub("first", server, authority)) {
                var made = hub.call(
                        HubFolder.value(TESTER.token()), "POST", "/users", Map.of("usernames", List.of("ada")));
                assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            }
            // Another folder, as another pod: what is known comes from the server.
            try (var hub = hub("second", server, authority)) {
                assertThat(hub.users(HubFolder.value(TESTER.token()))).containsOnlyKeys("ada");
            }
        }
        assertThat(folder.resolve("first/hub.sqlite")).doesNotExist();
    }

    @Test
    void a_server_with_another_authoritys_certificate_is_told_nothing() throws Exception {
        var authority = new TestAuthority(folder.resolve("authority"));
        var another = new TestAuthority(folder.resolve("another"));
        try (var server = server(authority)) {
            assertThatThrownBy(() -> hub("hub", server, another)).hasMessageContaining("Failed to connect to db");
            assertThat(server.said()).contains("alert unknown ca");
        }
    }

    private PostgresServer server(TestAuthority authority) throws IOException {
        return new PostgresServer(
                folder.resolve("postgres"),
                authority.issue("postgres"),
                "jupyterhub",
                HubFolder.value(Database.PASSWORD));
    }

    private RunningHub hub(String name, PostgresServer server, TestAuthority trusted) throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(
                project.resolve("Pulumi.dev.yaml"),
                DECLARATION.formatted("postgresql+psycopg2://" + server.place())
                        + trusted.pem().indent(8));
        var facility = FacilityReader.read(project, Environment.DEV, false).orElseThrow("Pulumi.dev.yaml");
        var secrets = Stream.concat(facility.secrets().stream(), Stream.of(TESTER.token()))
                .toList();
        return new RunningHub(
                folder.resolve(name),
                DeclaredHub.of(facility, TESTER),
                secrets,
                // As the pod's container has it from the Secret.
                Map.of("PGPASSWORD", HubFolder.value(Database.PASSWORD)));
    }
}
