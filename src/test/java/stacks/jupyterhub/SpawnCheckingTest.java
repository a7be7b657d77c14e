package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.SecretValue;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stacks.Stack;
import stacks.ferry.FerryStack;

/** What a declared check of a spawn adds: a service, its token, its user and what that may start. */
class SpawnCheckingTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String CHECK = "    spawnCheck: {user: nobody-in-particular}\n";

    @TempDir
    Path folder;

    @Test
    void the_service_may_start_the_one_server_and_its_token_is_a_secret() throws Exception {
        Facility facility = facility(CHECK);
        var stack = DeclaredHub.of(facility);
        JsonNode hub = values(stack).path("hub");
        assertThat(hub.at("/loadRoles/facility-health").toString())
                .isEqualTo("{\"scopes\":[\"servers!user=nobody-in-particular\"],\"services\":[\"facility-health\"]}");
        assertThat(hub.at("/services/facility-health").toString()).isEqualTo("{\"display\":false}");
        assertThat(facility.secrets()).extracting(SecretValue::path).contains("hubHealthToken");
        assertThat(secret(stack)).containsEntry("hub.services.facility-health.apiToken", "(secret hubHealthToken)");
    }

    @Test
    void the_smallest_environment_without_a_gpu_is_started_unless_another_is_named() throws Exception {
        assertThat(custom(CHECK).toString())
                .isEqualTo("{\"environment\":\"rescue\",\"profile\":\"fermi\",\"user\":\"nobody-in-particular\"}");
        assertThat(custom("    spawnCheck: {user: nobody, environment: dune/gpu-sl7}\n")
                        .toString())
                .isEqualTo("{\"environment\":\"gpu-sl7\",\"profile\":\"dune\",\"user\":\"nobody\"}");
    }

    @Test
    void the_registry_leaves_the_checks_account_be() throws Exception {
        Facility facility = facility(CHECK);
        var configuration = new FerryStack(facility.ferry(), facility.hub())
                .objects().stream()
                        .filter(declared -> declared.object() instanceof ConfigMap)
                        .map(declared ->
                                ((ConfigMap) declared.object()).getData().get("config.json"))
                        .findFirst()
                        .orElseThrow();
        assertThat(YAML.readTree(configuration).path("handKept").toString()).isEqualTo("[\"nobody-in-particular\"]");
    }

    @Test
    void without_it_nothing_of_it_is_there() throws Exception {
        Facility facility = facility("    namedServers: 5\n");
        var stack = DeclaredHub.of(facility);
        assertThat(values(stack).toString()).doesNotContain("facility-health", "spawnCheck", "nobody_is_the_check");
        assertThat(facility.secrets()).extracting(SecretValue::path).doesNotContain("hubHealthToken");
        assertThat(secret(stack)).doesNotContainKey("hub.services.facility-health.apiToken");
    }

    private JsonNode custom(String hub) throws Exception {
        return values(DeclaredHub.of(facility(hub))).at("/custom/spawnCheck");
    }

    private Facility facility(String hub) throws Exception {
        Files.writeString(
                folder.resolve("Pulumi.dev.yaml"),
                "config:\n  pulumi:disable-default-providers: [\"*\"]\n  facility:hub:\n" + hub);
        return FacilityReader.read(folder, Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
    }

    private static JsonNode values(Stack stack) throws Exception {
        for (var declared : stack.objects()) {
            if (declared.object() instanceof ConfigMap map && declared.name().equals("jupyterhub/hub")) {
                return YAML.readTree(map.getData().get("values.yaml"));
            }
        }
        throw new AssertionError("the hub has no ConfigMap");
    }

    private static Map<String, String> secret(Stack stack) {
        return stack.objects().stream()
                .filter(declared -> declared.object() instanceof Secret
                        && declared.name().equals("jupyterhub/" + JupyterHubStack.SECRET))
                .map(declared -> ((Secret) declared.object()).getData())
                .findFirst()
                .orElseThrow();
    }
}
