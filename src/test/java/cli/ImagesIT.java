package cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import facility.Environment;
import house.TestAuthority;
import images.RealRegistry;
import images.Registries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import promotion.Condition;
import promotion.ImageConditions;
import release.Made;
import target.RefusedException;

/** A facility whose hub's image lies in a registry of its own; the others' are asked for where there is a network. */
class ImagesIT {
    @TempDir
    Path folder;

    @Test
    void an_image_is_found_where_it_is_and_a_release_is_held_when_it_moved() throws Exception {
        var authority = new TestAuthority(folder.resolve("authority"));
        var issued = authority.issue("registry");
        try (var registry = RealRegistry.withTls(
                        folder.resolve("registry"), issued.certificate(), issued.key(), authority.tls(issued));
                var project = ScratchProject.create("images")) {
            Path certificates = folder.resolve("containers/certs.d").resolve(registry.host());
            Files.createDirectories(certificates);
            Files.copy(authority.certificate(), certificates.resolve("ca.crt"));
            var variables = Map.of("XDG_CONFIG_HOME", folder.toString());
            String image = registry.host() + "/eaf/k8s-hub:4.4.0";
            Path declaration = project.root().resolve("Pulumi.dev.yaml");
            Files.writeString(
                    declaration,
                    Files.readString(declaration)
                            .replace("  facility:hub:\n", "  facility:hub:\n    hubImage: " + image + "\n"));

            asCommand(project, variables, image, registry.push("eaf/k8s-hub", "4.4.0", "then"));
            asCondition(project, variables, image, registry);
        }
    }

    private static void asCommand(ScratchProject project, Map<String, String> variables, String image, String digest)
            throws Exception {
        var text = project.facility(variables, "images", "dev");
        assertThat(text.output()).containsPattern("found  " + image + " +" + digest);
        assertThat(text.output())
                .contains("registry.example.org/eaf/rescue:2026.11, named by ConfigMap jupyterhub/hub");
        assertThat(text.exit()).as(text.output()).isEqualTo(1);

        Path file = project.root().resolve("images.json");
        var json = project.facility(variables, "images", "dev", "--format", "json", "--out", file.toString());
        assertThat(json.exit()).as(json.output()).isEqualTo(1);
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas/images-v1.json")));
        assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
        for (JsonNode each : new ObjectMapper().readTree(file.toFile()).path("images")) {
            if (each.path("image").asText().equals(image)) {
                assertThat(each.path("digest").asText()).isEqualTo(digest);
                return;
            }
        }
        throw new AssertionError(image + " is not among " + Files.readString(file));
    }

    private void asCondition(ScratchProject project, Map<String, String> variables, String image, RealRegistry registry)
            throws Exception {
        var look = new RegistryLook(Registries.ofUser(variables, folder));
        var checked = new Project(project.root()).checked(Environment.DEV, On.CLUSTER);
        var then = look.found(On.CLUSTER, checked);
        assertThat(then.digests()).containsKey(image);
        assertThat(then.faults()).containsKey("registry.example.org/eaf/rescue:2026.11");
        var release = Made.withDigests(Map.of(image, then.digests().get(image)));

        String now = registry.push("eaf/k8s-hub", "4.4.0", "now");
        var conditions = ImageConditions.of(release, look.found(On.CLUSTER, checked));
        assertThatThrownBy(() -> ImageConditions.require(conditions, Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("registry.example.org/eaf/rescue:2026.11")
                .hasMessageContaining(image + " was " + then.digests().get(image) + " and is " + now);
        assertThat(ImageConditions.of(release, look.found(On.TWIN, checked)))
                .allMatch(Condition::kept)
                .allMatch(condition -> condition.sentence().equals("not asked: on a twin no image is pulled"));
    }
}
