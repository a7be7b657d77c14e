package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import facility.Environment;
import images.Answer;
import images.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ImagesReportTest {
    private static final String DIGEST = "sha256:" + "0a1b".repeat(16);
    private static final Answer DOWN = new Answer(Outcome.UNREACHABLE, Optional.empty(), "nothing listens at quay.io");

    private static ImagesReport report() {
        var named = new TreeMap<String, SortedSet<String>>();
        named.put("quay.io/a:1", new TreeSet<>(List.of("Deployment x/a", "Job x/b", "Job x/c", "Job x/d")));
        named.put("quay.io/b:1", new TreeSet<>(List.of("ConfigMap x/hub")));
        named.put("traefik:3", new TreeSet<>(List.of("Deployment x/t")));
        return new ImagesReport(
                "dev",
                named,
                new TreeMap<>(Map.of(
                        "quay.io/a:1",
                        DOWN,
                        "quay.io/b:1",
                        DOWN,
                        "traefik:3",
                        new Answer(Outcome.FOUND, Optional.of(DIGEST), ""))));
    }

    @Test
    void one_reason_is_said_once_for_all_it_is_of() {
        assertThat(report().lines())
                .containsExactly(
                        "found  traefik:3    " + DIGEST,
                        "UNREACHABLE: nothing listens at quay.io",
                        "  quay.io/a:1, named by Deployment x/a, Job x/b, Job x/c and 1 more",
                        "  quay.io/b:1, named by ConfigMap x/hub",
                        "dev names 3 images: 1 found, 2 unreachable");
    }

    @Test
    void json_is_of_the_published_schema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas/images-v1.json")));
        assertThat(schema.validate(report().json(), InputFormat.JSON)).isEmpty();
        assertThat(report().json()).contains("\"available\" : false", "\"Job x/d\"", "\"outcome\" : \"unreachable\"");
    }

    @Test
    void every_image_of_the_declaration_is_named_by_an_object() {
        for (Environment environment : Environment.values()) {
            var named = NamedImages.of(new Project(Path.of("").toAbsolutePath()).checked(environment, On.CLUSTER));
            assertThat(named)
                    .containsKeys("quay.io/jupyterhub/k8s-hub:4.4.0", "registry.example.org/eaf/rescue:2026.11")
                    .hasSizeGreaterThan(20);
            assertThat(named.get("ghcr.io/dask/dask-gateway-server:2026.3.0"))
                    .containsExactly(
                            "Deployment dask-gateway/api-dask-gateway",
                            "Deployment dask-gateway/controller-dask-gateway");
            assertThat(named.get("registry.example.org/eaf/rescue:2026.11"))
                    .containsExactly("ConfigMap jupyterhub/hub");
            named.forEach(
                    (image, users) -> assertThat(users).as(image).isNotEmpty().doesNotContain("the declaration"));
        }
    }
}
