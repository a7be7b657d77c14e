package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import config.FacilityReader;
import facility.Environment;
import house.PythonPrograms;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The hub's program on a pod of the real KubeSpawner, for a flavour with CVMFSexec and for one without. */
class CvmfsExecIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("src/main/resources/stacks/jupyterhub/mounts.py");

    @Test
    void a_server_mounts_cvmfs_itself_with_what_the_cluster_offers_for_it() throws Exception {
        JsonNode pod = pod("sl7");
        JsonNode container = pod.path("spec").path("containers").get(0);

        assertThat(pod.path("metadata").path("annotations").toString())
                .contains("\"io.kubernetes.cri-o.Devices\":\"/dev/fuse\"")
                .contains("\"openshift.io/required-scc\":\"cvmfsexec\"");
        assertThat(pod.path("spec").path("serviceAccountName").asText()).isEqualTo("servers-cvmfsexec");
        assertThat(pod.path("spec").path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(container.path("securityContext").toString())
                .isEqualTo(
                        "{\"allowPrivilegeEscalation\":false,\"capabilities\":{\"drop\":[\"ALL\"]},"
                                + "\"seccompProfile\":{\"type\":\"Localhost\",\"localhostProfile\":\"profiles/cvmfsexec.json\"}}");
        assertThat(container.path("args").toString() + container.path("command"))
                .contains(
                        "\"/opt/cvmfsexec/cvmfsexec\",\"dune.opensciencegrid.org\",\"larsoft.opensciencegrid.org\",\"--\","
                                + "\"jupyterhub-singleuser\"");
        assertThat(mounts(container))
                .containsEntry("/var/cache/cvmfsexec", "cvmfsexec-cache")
                .containsEntry("/opt/cvmfsexec/dist/etc/cvmfs/default.local", "cvmfsexec")
                .doesNotContainValue("cvmfs");
        assertThat(pod.path("spec").path("volumes").toString())
                .contains("{\"emptyDir\":{\"sizeLimit\":\"6Gi\"},\"name\":\"cvmfsexec-cache\"}");
    }

    @Test
    void a_server_of_another_flavour_has_the_node_plugins_and_stays_under_restricted_v2() throws Exception {
        JsonNode pod = pod("gpu-sl7");

        assertThat(mounts(pod.path("spec").path("containers").get(0))).containsValue("cvmfs");
        assertThat(pod.path("metadata").path("annotations").toString()).doesNotContain("required-scc");
        assertThat(pod.path("spec").has("serviceAccountName")).isFalse();
    }

    private static Map<String, String> mounts(JsonNode container) {
        var mounts = new TreeMap<String, String>();
        container
                .path("volumeMounts")
                .forEach(mount -> mounts.put(
                        mount.path("mountPath").asText(), mount.path("name").asText()));
        return mounts;
    }

    private static JsonNode pod(String flavour) throws Exception {
        JsonNode values = values();
        JsonNode choice = values.path("singleuser")
                .path("profileList")
                .get(0)
                .path("profile_options")
                .path("environment")
                .path("choices")
                .path(flavour);
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(
                        Map.of(),
                        JSON.writeValueAsString(Map.of(
                                "choice",
                                choice,
                                "mounts",
                                values.path("custom").path("mounts"),
                                "groups",
                                new String[] {"dune", "fermi"})),
                        "src/test/python/cvmfs_exec.py",
                        PROGRAM.toString());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        return JSON.readTree(ended.output());
    }

    /** As the hub reads them: of the rendered chart. */
    private static JsonNode values() throws Exception {
        var facility = FacilityReader.readFile(
                        Path.of("src/test/resources/facility/happy/cvmfs-by-servers.yaml"), Environment.DEV, false)
                .facility()
                .orElseThrow();
        var map = (ConfigMap) DeclaredHub.of(facility).objects().stream()
                .map(declared -> declared.object())
                .filter(object -> object instanceof ConfigMap
                        && object.getMetadata().getName().equals("hub"))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper(new YAMLFactory()).readTree(map.getData().get("values.yaml"));
    }
}
