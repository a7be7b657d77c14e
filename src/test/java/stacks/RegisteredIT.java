package stacks;

import static org.assertj.core.api.Assertions.assertThat;

import cli.DevIsUp;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facility.Environment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kube.Declared;
import kube.ObjectFields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pure step against what the real engine was given and what the real API server serves. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisteredIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScratchProject project;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
    }

    @Test
    void the_engine_received_exactly_what_the_pure_step_declares() throws IOException {
        var expected = new TreeMap<String, JsonNode>();
        for (Declared object : declared()) {
            expected.put(object.type() + " " + object.name(), read(ObjectFields.of(object.object())));
        }
        var received = new TreeMap<String, JsonNode>();
        for (JsonNode resource : state()) {
            if (resource.path("type").asText().startsWith("kubernetes:")) {
                String urn = resource.path("urn").asText();
                String name = urn.substring(urn.lastIndexOf("::") + 2);
                received.put(resource.path("type").asText() + " " + name, resource.path("inputs"));
            }
        }
        assertThat(received.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, fields) -> {
            JsonNode given = received.get(name);
            if (name.startsWith("kubernetes:core/v1:Secret ")) {
                // All but the values, which the state holds encrypted.
                assertThat(given.path("data").has("ciphertext") || isEncrypted(given.path("data")))
                        .as(name)
                        .isTrue();
                ((ObjectNode) given).set("data", fields.path("data"));
            }
            if (name.startsWith("kubernetes:nvidia.com/v1:ClusterPolicyPatch ")) {
                // The provider's own addition to a patch of a kind that it has no schema of; the API server ignores it.
                ((ObjectNode) given.path("metadata")).remove("namespace");
            }
            assertThat(given).as(name).isEqualTo(fields);
        });
    }

    /** By way of its text, so that 300 is the same number whether Java holds it as int or long. */
    private static JsonNode read(Object fields) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(fields));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isEncrypted(JsonNode data) {
        for (JsonNode value : data) {
            if (!value.has("ciphertext")) {
                return false;
            }
        }
        return !data.isEmpty();
    }

    @Test
    void protection_of_the_pure_step_is_the_engines() throws IOException {
        var expected = new TreeSet<String>();
        declared().stream()
                .filter(Declared::isProtected)
                .forEach(object -> expected.add(object.type() + " " + object.name()));
        var received = new TreeSet<String>();
        for (JsonNode resource : state()) {
            if (resource.path("protect").asBoolean()) {
                String urn = resource.path("urn").asText();
                received.add(resource.path("type").asText() + " " + urn.substring(urn.lastIndexOf("::") + 2));
            }
        }
        assertThat(received).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void every_object_has_the_one_field_manager() throws IOException {
        for (JsonNode resource : state()) {
            if (resource.path("type").asText().startsWith("kubernetes:")) {
                assertThat(resource.path("outputs").path("__fieldManager").asText())
                        .as(resource.path("urn").asText())
                        .isEqualTo("facility");
            }
        }
    }

    @Test
    void the_api_server_serves_every_kind_in_the_version_that_is_used() {
        var used = new TreeMap<String, String>();
        declared().forEach(object -> used.put(object.object().getApiVersion() + " " + object.kind(), object.name()));
        Path kubeconfig = project.root().resolve(".facility/dev/twin/kubeconfig");
        try (var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build()) {
            Map<String, List<String>> served = new TreeMap<>();
            used.keySet().forEach(kind -> {
                String apiVersion = kind.substring(0, kind.indexOf(' '));
                served.computeIfAbsent(apiVersion, version -> client.getApiResources(version).getResources().stream()
                        .map(resource -> resource.getKind())
                        .toList());
                assertThat(served.get(apiVersion)).as(apiVersion).contains(kind.substring(kind.indexOf(' ') + 1));
            });
        }
    }

    private JsonNode state() throws IOException {
        var exported = project.sourced("dev", "pulumi stack export");
        assertThat(exported.exit()).as(exported.output()).isZero();
        return JSON.readTree(exported.output()).path("deployment").path("resources");
    }

    private static List<Declared> declared() {
        return CheckedFacility.read(Path.of(""), Environment.DEV, true).stacks().stream()
                .flatMap(stack -> stack.objects().stream())
                .toList();
    }
}
