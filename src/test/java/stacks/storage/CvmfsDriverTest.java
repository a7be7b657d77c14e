package stacks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import charts.ChartArchives;
import config.FacilityReader;
import facility.ChartSource;
import facility.Environment;
import facility.storage.Cvmfs;
import facility.storage.CvmfsDriver;
import house.Golden;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import kube.Declared;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** cvmfs-csi where the facility runs it: by its own chart, and by one with the values of upstream's. */
class CvmfsDriverTest {
    /** As upstream's chart has them by default, and a template that says what it was given. */
    private static final String VALUES =
            """
            extraConfigMaps:
              cvmfs-csi-config-d: {}
              cvmfs-csi-default-local: {default.local: "CVMFS_HTTP_PROXY=\\"http://ca-proxy.cern.ch:3128\\""}
            cache: {local: {cvmfsQuotaLimit: 1000}}
            nodeplugin:
              hostPID: true
              serviceAccount: {serviceAccountName: cvmfs-nodeplugin, create: false, use: false}
            automountStorageClass: {create: false, name: cvmfs}
            """;

    private static final String TEMPLATE =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: given}
            data:
              file: {{ index .Values.extraConfigMaps "cvmfs-csi-default-local" "default.local" | quote }}
              limit: {{ .Values.cache.local.cvmfsQuotaLimit | quote }}
              account: {{ .Values.nodeplugin.serviceAccount | toJson | quote }}
              class: {{ .Values.automountStorageClass.create | quote }}
            """;

    private final CvmfsDriver driver = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/cvmfs-by-a-driver-of-ours.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow()
            .storage()
            .cvmfs()
            .flatMap(Cvmfs::driver)
            .orElseThrow();

    @TempDir
    Path project;

    @Test
    void the_own_chart_mounts_on_every_node_by_the_excused_account_alone() throws Exception {
        var objects = new CvmfsDriverStack(driver, new ChartArchives(Path.of(""))).objects();

        Golden.assertMatches(
                "golden/cvmfs-by-a-driver/cvmfsDriver.yaml",
                objects.stream()
                        .map(object -> ObjectFields.yaml(object.object()))
                        .collect(Collectors.joining()));
        var nodes = objects.stream()
                .map(Declared::object)
                .filter(DaemonSet.class::isInstance)
                .map(object -> ((DaemonSet) object).getSpec())
                .findFirst()
                .orElseThrow();
        assertThat(nodes.getTemplate().getSpec().getServiceAccountName()).isEqualTo(CvmfsDriver.ACCOUNT);
        assertThat(nodes.getUpdateStrategy().getType()).isEqualTo("OnDelete");
    }

    @Test
    void a_chart_of_upstreams_values_is_told_the_same() throws Exception {
        Path chart =
                Files.createDirectories(project.resolve("upstream/templates")).getParent();
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: cvmfs-csi\nversion: 2.4.1\n");
        Files.writeString(chart.resolve("values.yaml"), VALUES);
        Files.writeString(chart.resolve("templates/given.yaml"), TEMPLATE);
        var upstream =
                new CvmfsDriver(ChartSource.folder("upstream"), driver.namespace(), driver.proxies(), driver.cache());

        var given = new CvmfsDriverStack(upstream, new ChartArchives(project))
                .objects().stream()
                        .map(Declared::object)
                        .filter(ConfigMap.class::isInstance)
                        .map(object -> ((ConfigMap) object).getData())
                        .findFirst()
                        .orElseThrow();

        assertThat(given)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "file",
                        "CVMFS_HTTP_PROXY=\"http://squid1.example.org:3128|http://squid2.example.org:3128\"\n"
                                + "CVMFS_QUOTA_LIMIT=20480\nCVMFS_CACHE_BASE=/cvmfs-localcache\n",
                        "limit",
                        "20480",
                        "account",
                        "{\"create\":false,\"serviceAccountName\":\"cvmfs-nodeplugin\",\"use\":true}",
                        "class",
                        "false"));
    }
}
