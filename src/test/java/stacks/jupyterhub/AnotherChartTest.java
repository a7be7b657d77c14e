package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub whose chart comes from elsewhere lets nobody in by that chart's own defaults. */
class AnotherChartTest {
    /** As upstream's dummy sign-in, and worse: what a careless default could say. */
    private static final String VALUES =
            """
            hub:
              config:
                JupyterHub: {admin_access: true, authenticator_class: dummy}
                Authenticator: {allow_all: true}
                CILogonOAuthenticator: {allow_all: true}
                GenericOAuthenticator: {allow_all: true}
                LDAPAuthenticator: {allow_all: true}
            """;

    private static final String TEMPLATE =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: hub}
            data:
              class: {{ .Values.hub.config.JupyterHub.authenticator_class }}
              everybody: {{ .Values.hub.config.Authenticator.allow_all | quote }}
              cilogon: {{ .Values.hub.config.CILogonOAuthenticator.allow_all | quote }}
              oidc: {{ .Values.hub.config.GenericOAuthenticator.allow_all | quote }}
              ldap: {{ .Values.hub.config.LDAPAuthenticator.allow_all | quote }}
            """;

    @TempDir
    Path project;

    @ParameterizedTest
    @ValueSource(strings = {"cilogon", "oidc", "ldap"})
    void its_defaults_open_nothing(String method) throws Exception {
        Path chart = Files.createDirectories(project.resolve("charts/another/templates"))
                .getParent();
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: another\nversion: 1.0.0\n");
        Files.writeString(chart.resolve("values.yaml"), VALUES);
        Files.writeString(chart.resolve("templates/hub.yaml"), TEMPLATE);
        String both = Files.readString(Path.of("src/test/resources/facility/happy/two-methods-beside-each-other.yaml"));
        Files.writeString(
                project.resolve("Pulumi.dev.yaml"),
                both.replace("use: ldap", "use: " + method)
                        .replace("    signIn:", "    chart: {location: charts/another}\n    signIn:"));
        Facility facility = FacilityReader.read(project, Environment.DEV, false).orElseThrow("Pulumi.dev.yaml");

        var stack = DeclaredHub.in(project, facility);

        var said = stack.objects().stream()
                .filter(object -> object.object() instanceof ConfigMap)
                .map(object -> ((ConfigMap) object.object()).getData())
                .findFirst()
                .orElseThrow();
        assertThat(said).containsEntry("everybody", "false").containsEntry(method, "false");
        assertThat(said.get("class")).isNotEqualTo("dummy");
    }
}
