package charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.marcnuri.helm.Helm;
import com.sun.net.httpserver.HttpServer;
import facility.ChartSource;
import facility.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    private static final Map<String, Object> SMALLEST = Map.of("hub", Map.of("existingSecret", "hub-secrets"));

    @TempDir
    Path folder;

    @Test
    void every_object_is_in_the_namespace_and_carries_the_facilitys_labels() throws ChartException {
        for (HasMetadata object : render(SMALLEST)) {
            assertThat(object.getMetadata().getNamespace()).as(object.getKind()).isEqualTo("jupyterhub");
            assertThat(object.getMetadata().getLabels()).containsEntry("app.kubernetes.io/managed-by", "facility");
        }
    }

    @Test
    void no_pod_names_an_id_a_privilege_or_a_host_path() throws ChartException {
        for (HasMetadata object : render(SMALLEST)) {
            if (object instanceof Deployment deployment) {
                String text = ObjectFields.yaml(deployment);
                assertThat(text)
                        .doesNotContain("runAsUser", "runAsGroup", "fsGroup:", "hostPath", "privileged")
                        .contains("runAsNonRoot: true", "allowPrivilegeEscalation: false", "type: RuntimeDefault");
            }
        }
    }

    @Test
    void an_unknown_value_is_refused_with_its_path() {
        var faults = faults(Map.of("hub", Map.of("existingSecret", "s", "replicas", 2)), folderOfTheProject());
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString())
                .startsWith("hub.chart: chart jupyterhub refuses a value")
                .contains("jupyterhub.hub")
                .contains("replicas");
    }

    @Test
    void every_refused_value_is_named_at_once() {
        var faults = faults(
                Map.of(
                        "hub", Map.of("existingSecret", "s", "baseUrl", "hub"),
                        "singleuser", Map.of("uid", 1000),
                        "cull", Map.of("timeout", "8h")),
                folderOfTheProject());
        assertThat(faults.toString()).contains("hub.baseUrl", "singleuser.uid", "cull.timeout");
    }

    @Test
    void a_hub_without_its_secret_is_refused() {
        assertThat(faults(Map.of(), folderOfTheProject()).toString()).contains("existingSecret");
    }

    @Test
    void a_digest_takes_the_place_of_a_tag() throws ChartException {
        var image = Map.of("name", "quay.io/jupyterhub/k8s-hub", "tag", "sha256:" + "0".repeat(64));
        var objects = render(Map.of("hub", Map.of("existingSecret", "s", "image", image)));
        assertThat(fields(objects).toString()).contains("image=quay.io/jupyterhub/k8s-hub@sha256:0000");
    }

    @Test
    void an_archive_renders_as_its_folder_does() throws Exception {
        var archive = new ChartSource(packed().getFileName().toString(), Optional.empty(), Optional.empty());
        assertThat(fields(new Chart("jupyterhub", archive, "hub.chart")
                        .render(new ChartArchives(folder), "jupyterhub", SMALLEST)))
                .isEqualTo(fields(render(SMALLEST)));
    }

    @Test
    void an_archive_with_another_digest_is_not_rendered() throws Exception {
        var archive = new ChartSource(
                packed().getFileName().toString(), Optional.empty(), Optional.of("sha256:" + "0".repeat(64)));
        assertThat(faults(SMALLEST, archive).toString()).contains("hub.chart.digest: is another archive's");
    }

    @Test
    void a_folder_without_a_chart_is_named() {
        assertThat(faults(SMALLEST, ChartSource.folder("charts/nothing")).toString())
                .contains("hub.chart.location: is no chart, \"charts/nothing\"");
    }

    @Test
    void a_repository_gives_the_archive_that_its_index_names() throws Exception {
        byte[] archive = Files.readAllBytes(packed());
        try (var repository = new Repository(archive)) {
            var charts = new ChartRepository(repository.location());
            assertThat(charts.archive("jupyterhub", "0.1.0")).isEqualTo(archive);
            assertThat(catchThrowableOfType(IOException.class, () -> charts.archive("jupyterhub", "9.9.9")))
                    .hasMessage("its index has no jupyterhub 9.9.9");
        }
    }

    @Test
    void a_chart_that_asks_a_cluster_is_refused() throws Exception {
        Path chart = Files.createDirectories(folder.resolve("asking/templates"));
        Files.writeString(
                folder.resolve("asking/Chart.yaml"),
                "{apiVersion: v2, name: asking, version: 0.0.1, type: application}");
        Files.writeString(
                chart.resolve("found.yaml"),
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: found}
                data: {namespaces: '{{ lookup "v1" "Namespace" "" "" | len }}'}
                """);
        var source = ChartSource.folder("asking");
        var fault = catchThrowableOfType(ChartException.class, () -> new Chart("asking", source, "hub.chart")
                .render(new ChartArchives(folder), "n", Map.of()));
        assertThat(fault.problems().toString())
                .contains("hub.chart: chart asking does not render", "no-cluster.invalid");
    }

    private static ChartSource folderOfTheProject() {
        return ChartSource.folder("charts/jupyterhub");
    }

    private static List<HasMetadata> render(Map<String, Object> values) throws ChartException {
        return new Chart("jupyterhub", folderOfTheProject(), "hub.chart")
                .render(new ChartArchives(Path.of("").toAbsolutePath()), "jupyterhub", values);
    }

    private List<Problem> faults(Map<String, Object> values, ChartSource source) {
        Path start = source.location().endsWith(".tgz") ? folder : Path.of("").toAbsolutePath();
        return catchThrowableOfType(ChartException.class, () -> new Chart("jupyterhub", source, "hub.chart")
                        .render(new ChartArchives(start), "jupyterhub", values))
                .problems();
    }

    private static Map<String, Object> fields(List<HasMetadata> objects) {
        var all = new TreeMap<String, Object>();
        objects.forEach(
                object -> all.put(object.getKind() + " " + object.getMetadata().getName(), ObjectFields.of(object)));
        return all;
    }

    private Path packed() {
        new Helm(Path.of("charts/jupyterhub").toAbsolutePath())
                .packageIt()
                .withDestination(folder)
                .call();
        return folder.resolve("jupyterhub-0.1.0.tgz");
    }

    /** A chart repository on loopback. */
    private static final class Repository implements AutoCloseable {
        private final HttpServer server;

        Repository(byte[] archive) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String index =
                    """
                    apiVersion: v1
                    entries:
                      jupyterhub:
                      - {name: jupyterhub, version: 0.2.0, urls: [jupyterhub-0.2.0.tgz]}
                      - {name: jupyterhub, version: 0.1.0, urls: [archives/jupyterhub-0.1.0.tgz]}
                    """;
            serve("/charts/index.yaml", index.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            serve("/charts/archives/jupyterhub-0.1.0.tgz", archive);
            server.start();
        }

        private void serve(String path, byte[] body) {
            server.createContext(path, exchange -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        }

        String location() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/charts";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
