package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import house.PythonPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each method of signing in, with JupyterHub's real authenticators; the directory is a real slapd over TLS. */
class SignInIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER =
            "config:\n  pulumi:disable-default-providers: [\"*\"]\n  facility:hub:\n    signIn:\n";

    @TempDir
    Path folder;

    @Test
    void cilogon_takes_every_trait() throws Exception {
        var answer = signIn(HEADER + "      use: cilogon\n", List.of(), List.of());
        assertThat(answer.path("authenticator").asText()).isEqualTo("CILogonOAuthenticator");
        assertThat(answer.path("unknown_traits")).isEmpty();
    }

    @Test
    void openid_connect_takes_every_trait() throws Exception {
        var answer = signIn(Environment.PROD, Files.readString(Path.of("Pulumi.prod.yaml")), List.of(), List.of());
        assertThat(answer.path("authenticator").asText()).isEqualTo("GenericOAuthenticator");
        assertThat(answer.path("unknown_traits")).isEmpty();
    }

    @Test
    void the_twins_own_sign_in_lets_in_whom_the_hub_knows_with_the_one_password() throws Exception {
        var answer = signIn(
                HEADER + "      use: test\n",
                List.of("ada"),
                List.of(attempt("ada", "secret-value"), attempt("ada", "wrong"), attempt("eve", "secret-value")));
        assertThat(answer.path("authenticator").asText()).isEqualTo("DummyAuthenticator");
        assertThat(answer.path("outcomes").toString()).isEqualTo("[\"ada\",null,null]");
    }

    @Test
    void the_directory_lets_in_whom_it_and_the_hub_know() throws Exception {
        try (var directory = new Directory(folder.resolve("slapd"))) {
            var answer = signIn(
                    HEADER + "      use: ldap\n      ldap:\n" + "        server: 127.0.0.1\n        port: "
                            + directory.port() + "\n        bindDnTemplate: uid={username},dc=example,dc=org\n"
                            + "        caCertificate: |\n"
                            + directory.authority().indent(10),
                    List.of("ada"),
                    List.of(
                            attempt("ada", "lovelace"),
                            attempt("ada", "wrong"),
                            attempt("bob", "builder"),
                            attempt("nobody", "lovelace")));
            assertThat(answer.path("authenticator").asText()).isEqualTo("LDAPAuthenticator");
            assertThat(answer.path("unknown_traits")).isEmpty();
            // bob has an account in the directory, but is in none of the hub's groups.
            assertThat(answer.path("outcomes").toString()).isEqualTo("[\"ada\",null,null,null]");
        }
    }

    @Test
    void a_directory_with_another_authoritys_certificate_is_not_asked() throws Exception {
        try (var directory = new Directory(folder.resolve("slapd"))) {
            var answer = signIn(
                    HEADER + "      use: ldap\n      ldap:\n" + "        server: 127.0.0.1\n        port: "
                            + directory.port() + "\n        bindDnTemplate: uid={username},dc=example,dc=org\n",
                    List.of("ada"),
                    List.of(attempt("ada", "lovelace")));
            assertThat(answer.path("outcomes").get(0).asText()).contains("Error");
        }
    }

    @Test
    void changing_over_between_two_declared_methods_is_one_word() throws Exception {
        String both = Files.readString(Path.of("src/test/resources/facility/happy/two-methods-beside-each-other.yaml"));
        var ldap = signIn(both, List.of(), List.of());
        var oidc = signIn(both.replace("use: ldap", "use: oidc"), List.of(), List.of());
        assertThat(ldap.path("authenticator").asText()).isEqualTo("LDAPAuthenticator");
        assertThat(oidc.path("authenticator").asText()).isEqualTo("GenericOAuthenticator");
        assertThat(ldap.path("unknown_traits")).isEmpty();
        assertThat(oidc.path("unknown_traits")).isEmpty();
    }

    private JsonNode signIn(String declaration, List<String> known, List<Map<String, String>> attempts)
            throws Exception {
        return signIn(Environment.DEV, declaration, known, attempts);
    }

    private JsonNode signIn(
            Environment environment, String declaration, List<String> known, List<Map<String, String>> attempts)
            throws Exception {
        String file = FacilityReader.fileOf(environment);
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve(file), declaration);
        Facility facility = FacilityReader.read(project, environment, true).orElseThrow(file);
        var stack = DeclaredHub.of(facility);
        Path hub = Files.createDirectories(folder.resolve("hub"));
        HubFolder.write(hub, stack, facility.secrets());
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(
                        Map.of("HUB_CONFIGURATION", hub.toString(), "CONFIGPROXY_AUTH_TOKEN", "token"),
                        JSON.writeValueAsString(Map.of("known", known, "attempts", attempts)),
                        "src/test/python/sign_in.py",
                        hub.toString());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        return JSON.readTree(ended.output());
    }

    private static Map<String, String> attempt(String username, String password) {
        return Map.of("username", username, "password", password);
    }
}
