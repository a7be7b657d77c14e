package stacks.dask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.Environment;
import house.PythonPrograms;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stacks.CheckedFacility;

/** The rendered configuration in the real Dask Gateway, and the batch workers' job in HTCondor's own parser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaskConfigurationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REQUIREMENTS = Path.of("charts/dask-gateway/requirements.txt");
    private static final String WISHES =
            """
            [{}, {"worker_cores": 4, "worker_memory": 8}, {"worker_cores": 9}, {"image": "not-offered"}]""";

    @TempDir
    static Path folder;

    private JsonNode answer;

    @BeforeAll
    void load() throws IOException {
        answer = loaded("");
    }

    @Test
    void every_trait_is_known() {
        assertThat(answer.path("unknown_traits")).isEmpty();
        assertThat(answer.path("backend").asText()).isEqualTo("KubeBackend");
    }

    /** Without this, the test above could not fail. */
    @Test
    void a_trait_that_no_class_has_is_found() throws IOException {
        assertThat(loaded("\nc.KubeBackend.no_such_trait = 1\n")
                        .path("unknown_traits")
                        .toString())
                .contains("no_such_trait");
    }

    @Test
    void the_hub_says_who_a_user_is() {
        assertThat(answer.path("authenticator").asText()).isEqualTo("JupyterHubAuthenticator");
        assertThat(answer.path("service").asText()).isEqualTo("dask-gateway");
    }

    @Test
    void a_cluster_has_the_declared_limits() {
        JsonNode standard = answer.path("outcomes").get(0);
        assertThat(standard.path("worker_cores").asInt()).isEqualTo(2);
        assertThat(standard.path("worker_memory").asLong()).isEqualTo(4L << 30);
        assertThat(standard.path("cluster_max_cores").asInt()).isEqualTo(48);
        assertThat(standard.path("cluster_max_memory").asLong()).isEqualTo(128L << 30);
        assertThat(standard.path("idle_timeout").asInt()).isEqualTo(1800);
        assertThat(standard.path("namespace").asText()).isEqualTo("dask-gateway");
        assertThat(answer.path("outcomes").get(1).path("worker_memory").asLong())
                .isEqualTo(8L << 30);
    }

    @Test
    void what_is_not_offered_is_refused() {
        assertThat(answer.path("outcomes").get(2).path("refused").asText()).contains("worker_cores must be <=");
        assertThat(answer.path("outcomes").get(3).path("refused").asText()).contains("not-offered");
    }

    @Test
    void the_controller_finds_the_api() {
        assertThat(answer.path("controller").path("api_url").asText())
                .isEqualTo("http://api-dask-gateway.dask-gateway:8000/api");
        assertThat(answer.path("controller").path("instance").asText()).isEqualTo("dask-gateway");
    }

    @Test
    void the_batch_workers_job_is_one_that_htcondor_reads() {
        assertThat(answer.path("job").path("request_memory").asText()).isEqualTo("4096");
        assertThat(answer.path("job").path("request_disk").asText()).isEqualTo("10485760");
        assertThat(answer.path("job").path("request_cpus").asText()).isEqualTo("2");
        assertThat(answer.path("job").path("max_materialize").asText()).isEqualTo("100");
    }

    private static JsonNode loaded(String more) throws IOException {
        var stack = CheckedFacility.read(Path.of(""), Environment.DEV, true).stacks().stream()
                .filter(each -> each.name().equals("daskGateway"))
                .findFirst()
                .orElseThrow();
        for (var declared : stack.objects()) {
            if (declared.object() instanceof ConfigMap map) {
                Path into =
                        Files.createDirectories(folder.resolve(map.getMetadata().getName()));
                for (var file : map.getData().entrySet()) {
                    boolean program = file.getKey().equals("dask_gateway_config.py");
                    Files.writeString(into.resolve(file.getKey()), file.getValue() + (program ? more : ""));
                }
            }
        }
        var ended = PythonPrograms.of(REQUIREMENTS)
                .run(
                        Map.of("JUPYTERHUB_API_TOKEN", "token-of-the-gateway"),
                        WISHES,
                        "src/test/python/dask_configuration.py",
                        folder.resolve("api-dask-gateway").toString(),
                        folder.resolve("controller-dask-gateway").toString(),
                        folder.resolve("dask-batch/worker.sub").toString());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        return JSON.readTree(ended.output());
    }
}
