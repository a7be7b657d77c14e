package stacks.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from the declaration without another edit. */
class MonitoringTest {
    @TempDir
    private Path folder;

    @Test
    void a_layout_with_another_profile_yields_its_alerts_and_its_panel() throws Exception {
        var before = new MonitoringStack(facility(""));
        var after = new MonitoringStack(
                facility(
                        """
                  facility:gpu:
                    layouts:
                      whole: {card: A100-80GB, slices: {7g.80gb: 1}}
                  facility:cluster:
                    nodePools:
                      gpu-10gb: {gpu: {layout: whole}}
                  facility:namespaces:
                    jupyterhub: {quota: {gpu: {1g.10gb: 1}}}
                  facility:hub: {users: {gpuAtOnce: {1g.10gb: 1}}}
                """));

        assertThat(added(alerts(before), alerts(after)))
                .containsExactly("GpuSlicesMissing {profile=7g.80gb}", "GpuSlicesTaken {profile=7g.80gb}");
        assertThat(added(panels(before), panels(after))).containsExactly("gpu: Slices of 7g.80gb");
    }

    @Test
    void another_namespace_yields_its_alerts_and_its_panel() throws Exception {
        var before = new MonitoringStack(facility(""));
        var after = new MonitoringStack(
                facility(
                        """
                  facility:namespaces:
                    triton:
                      displayName: Triton
                      owner: infrastructure-team
                      experiment: facility
                      podSecurity: restricted
                      quota: {cpu: 1, memory: 1Gi, pods: 2, persistentVolumeClaims: 0}
                      limits: {cpu: 1, memory: 1Gi, cpuRequest: 100m, memoryRequest: 256Mi}
                """));

        assertThat(added(alerts(before), alerts(after)))
                .containsExactly("QuotaNearlyUsed {namespace=triton}", "VolumeFills {namespace=triton}");
        assertThat(added(panels(before), panels(after))).containsExactly("amounts: Quota of triton");
    }

    @Test
    void each_scraped_service_is_let_in_at_its_port_and_nowhere_else() throws Exception {
        var facility = facility("");
        var fences = new TreeMap<String, String>();
        var monitors = new TreeSet<String>();
        for (var declared : new MonitoringStack(facility).objects()) {
            if (declared.object() instanceof ServiceMonitor monitor) {
                monitors.add(monitor.getMetadata().getNamespace() + " "
                        + monitor.getSpec().getSelector().getMatchLabels());
            } else if (declared.object() instanceof NetworkPolicy policy
                    && policy.getMetadata().getName().startsWith("scrape-")) {
                fences.put(
                        policy.getMetadata().getNamespace() + " "
                                + policy.getSpec().getPodSelector().getMatchLabels(),
                        policy.getSpec().getIngress().get(0).getPorts().stream()
                                .map(port -> port.getPort().getIntVal().toString())
                                .collect(Collectors.joining(",")));
            }
        }

        assertThat(fences.keySet()).isEqualTo(monitors);
        assertThat(fences.values()).containsExactlyInAnyOrder("8081", "8002", "8585", "9000", "9619");
    }

    @Test
    void each_dashboard_is_json_that_the_console_reads() throws Exception {
        for (Dashboard dashboard : new MonitoringStack(facility("")).dashboards()) {
            var page = new ObjectMapper().readTree(dashboard.json());
            assertThat(page.path("rows")).isNotEmpty();
            for (var row : page.path("rows")) {
                for (var panel : row.path("panels")) {
                    assertThat(panel.path("type").asText()).isEqualTo("graph");
                    assertThat(panel.path("datasource").asText()).isEqualTo("$datasource");
                    assertThat(panel.path("targets")).isNotEmpty();
                }
            }
        }
    }

    private static Set<String> added(Set<String> before, Set<String> after) {
        var added = new TreeSet<>(after);
        added.removeAll(before);
        return added;
    }

    private static Set<String> alerts(MonitoringStack stack) {
        return stack.rules().stream()
                .flatMap(group -> group.alerts().stream())
                .map(alert -> alert.name() + " " + new TreeMap<>(alert.labels()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> panels(MonitoringStack stack) {
        return stack.dashboards().stream()
                .flatMap(dashboard -> dashboard.panels().stream().map(panel -> dashboard.name() + ": " + panel.title()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Facility facility(String overlay) throws Exception {
        String head = "config:\n  pulumi:disable-default-providers: [\"*\"]\n";
        Path file = Files.writeString(folder.resolve("Pulumi.dev.yaml"), head + overlay);
        var declared = FacilityReader.readFile(file, Environment.DEV, false);
        return declared.facility().orElseThrow(() -> new AssertionError(declared.problems()));
    }
}
