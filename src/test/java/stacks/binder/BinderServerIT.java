package stacks.binder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.binder.BinderHub;
import facility.binder.SharedBinder;
import house.PythonPrograms;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hub's program for BinderHub on pods of the real KubeSpawner. */
class BinderServerIT {
    private static final BinderHub BINDER = SharedBinder.of();

    @Test
    void a_server_of_binder_alone_runs_what_was_built_and_names_the_login_that_pulls_it() throws Exception {
        String built = BINDER.registry().prefix() + "repository-1a2b3c:abc";

        JsonNode pods = pods(built);

        assertThat(image(pods, "binder")).isEqualTo(built);
        assertThat(pods.path("binder").path("imagePullSecrets").toString())
                .isEqualTo("[{\"name\":\"binder-registry-pull\"}]");
        for (String other : new String[] {"a user", "another service"}) {
            assertThat(image(pods, other)).as(other).isEqualTo("registry.example.org/eaf/al9:2026.11");
            assertThat(pods.path(other).path("imagePullSecrets").toString())
                    .as(other)
                    .doesNotContain("binder-registry-pull");
        }
    }

    @Test
    void an_image_of_another_place_gets_no_login() throws Exception {
        JsonNode pods = pods("quay.io/somebody/else:1");

        assertThat(image(pods, "binder")).isEqualTo("registry.example.org/eaf/al9:2026.11");
        assertThat(pods.path("binder").path("imagePullSecrets").toString()).doesNotContain("binder-registry-pull");
    }

    private static String image(JsonNode pods, String requester) {
        return pods.path(requester).path("containers").get(0).path("image").asText();
    }

    private static JsonNode pods(String image) throws Exception {
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(Map.of(), BinderPrograms.onTheHub(BINDER), "src/test/python/binder_server.py", image);
        assertThat(ended.exit()).as(ended.errors()).isZero();
        return new ObjectMapper().readTree(ended.output());
    }
}
