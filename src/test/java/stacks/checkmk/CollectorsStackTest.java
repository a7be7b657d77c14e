package stacks.checkmk;

import static org.assertj.core.api.Assertions.assertThat;

import charts.ChartArchives;
import config.FacilityReader;
import facility.ChartSource;
import facility.Environment;
import facility.checkmk.Checkmk;
import facility.checkmk.Usage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CheckMK's collectors where they are wanted, by a chart that says what it was given in Checkmk's names. */
class CollectorsStackTest {
    private static final Path WANTED = Path.of("src/test/resources/facility/happy/collectors-of-checkmk.yaml");

    /** The defaults of Checkmk's chart that a cluster with OKD does not take. */
    private static final String VALUES =
            """
            tlsCommunication: {enabled: true}
            rbac: {pspEnabled: true}
            networkPolicy: {enabled: true}
            clusterCollector:
              securityContext: {allowPrivilegeEscalation: false, runAsUser: 10001, runAsGroup: 10001}
              service: {type: NodePort}
            nodeCollector:
              machineSectionsCollector: {securityContext: {runAsUser: 10001, runAsGroup: 10001}}
            """;

    private static final String TEMPLATE =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: given}
            data:
              name: {{ .Release.Name }}
              tls: {{ .Values.tlsCommunication.enabled | quote }}
              psp: {{ .Values.rbac.pspEnabled | quote }}
              lookup: {{ .Values.networkPolicy.enabled | quote }}
              service: {{ .Values.clusterCollector.service.type }}
              cluster: {{ .Values.clusterCollector.securityContext | toJson | quote }}
              node: {{ .Values.nodeCollector.machineSectionsCollector.securityContext | toJson | quote }}
            """;

    @TempDir
    Path project;

    @Test
    void checkmks_chart_gets_no_fixed_id_and_nothing_that_okd_refuses() throws Exception {
        var given = stack().objects().stream()
                .filter(declared -> declared.object() instanceof ConfigMap)
                .map(declared -> ((ConfigMap) declared.object()).getData())
                .findFirst()
                .orElseThrow();

        assertThat(given)
                .containsEntry("name", "checkmk")
                .containsEntry("tls", "false")
                .containsEntry("psp", "false")
                .containsEntry("lookup", "false")
                .containsEntry("service", "ClusterIP")
                .containsEntry("cluster", "{\"allowPrivilegeEscalation\":false}")
                .containsEntry("node", "{}");
    }

    @Test
    void a_route_leads_checkmk_to_the_cluster_collector_where_its_rule_looks() throws Exception {
        var route = stack().objects().stream()
                .filter(declared -> declared.object() instanceof Route)
                .map(declared -> (Route) declared.object())
                .findFirst()
                .orElseThrow();

        assertThat(route.getSpec().getTo().getName()).isEqualTo("checkmk-cluster-collector");
        assertThat(RuleValues.kube(checkmk(), "token"))
                .contains("'usage_endpoint': ('cluster_collector', {'endpoint_v2': 'https://"
                        + route.getSpec().getHost() + "', 'verify_cert': True})");
    }

    @Test
    void they_run_only_where_they_are_wanted() throws Exception {
        var dev = FacilityReader.read(Path.of(""), Environment.DEV, false).orElseThrow("Pulumi.dev.yaml");

        assertThat(dev.checkmk().orElseThrow().usage().collectors()).isEmpty();
        assertThat(checkmk().usage().collectors()).isPresent();
    }

    private static Checkmk checkmk() throws Exception {
        return FacilityReader.readFile(WANTED, Environment.DEV, false)
                .orElseThrow("the fixture")
                .checkmk()
                .orElseThrow();
    }

    private CollectorsStack stack() throws Exception {
        Path chart = Files.createDirectories(project.resolve("charts/checkmk/templates"))
                .getParent();
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: checkmk\nversion: 1.0.0\n");
        Files.writeString(chart.resolve("values.yaml"), VALUES);
        Files.writeString(chart.resolve("templates/given.yaml"), TEMPLATE);
        var wanted = checkmk().usage().collectors().orElseThrow();
        return new CollectorsStack(
                new Usage.ClusterCollector(ChartSource.folder("charts/checkmk"), wanted.namespace(), wanted.host()),
                new ChartArchives(project));
    }
}
