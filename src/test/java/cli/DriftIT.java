package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes by hand on a twin: found with who made them, and taken back; a second look finds none. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftIT {
    private static final String LIMITS = "LimitRange dask-gateway/defaults";
    private static final String PROGRAM = "Deployment dask-gateway/api-dask-gateway";
    private static final String FILES = "ConfigMap dask-gateway/batch-monitor";

    private ScratchProject project;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
    }

    @Test
    void what_was_done_by_hand_is_found_with_who_did_it_and_taken_back() throws IOException {
        kubectl("-n dask-gateway patch limitrange defaults --field-manager=somebody --type=json -p"
                + " '[{\"op\":\"replace\",\"path\":\"/spec/limits/0/default/memory\",\"value\":\"3Gi\"}]'");
        kubectl("-n dask-gateway set env deployment/api-dask-gateway BY_HAND=1");
        kubectl("-n dask-gateway delete configmap batch-monitor");

        var drift = drift(1);
        assertThat(drift.path("verdict").asText()).isEqualTo("changes");
        JsonNode limits = of(drift, LIMITS);
        assertThat(limits.at("/authors/0/manager").asText()).isEqualTo("somebody");
        assertThat(limits.at("/authors/0/time").asText()).matches("20[0-9-]+T[0-9:]+Z");
        assertThat(limits.at("/properties/0/after").asText()).isEqualTo("3Gi");
        assertThat(limits.path("outcome").asText()).isEqualTo("taken-back");
        JsonNode added = of(drift, PROGRAM);
        assertThat(added.at("/properties/0/path").asText()).endsWith("env[BY_HAND]");
        assertThat(added.path("managers").toString()).contains("kubectl-set");
        assertThat(added.path("outcome").asText()).isEqualTo("left");
        assertThat(of(drift, FILES).path("gone").asBoolean()).isTrue();

        var asked = project.facility("drift", "dev", "--revert", LIMITS);
        assertThat(asked.exit()).as(asked.output()).isEqualTo(4);
        assertThat(asked.output()).contains("nothing was changed; to take it back without a question: --yes");
        var unknown = project.facility("drift", "dev", "--revert", "LimitRange dask-gateway/default", "--yes");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.output()).contains("is nothing that drifted", "did you mean \"" + LIMITS + "\"");

        var reverted = project.facility("drift", "dev", "--revert", LIMITS, "--revert", FILES, "--yes");
        assertThat(reverted.exit()).as(reverted.output()).isZero();
        assertThat(reverted.output()).contains("taken back: " + LIMITS, "taken back: " + FILES);
        assertThat(kubectl("-n dask-gateway get limitrange defaults -o jsonpath='{.spec.limits[0].default.memory}'"))
                .contains("1Gi");
        kubectl("-n dask-gateway get configmap batch-monitor");

        kubectl("-n dask-gateway set env deployment/api-dask-gateway BY_HAND-");
        assertThat(drift(0).path("drift")).isEmpty();
    }

    private JsonNode drift(int exit) throws IOException {
        Path file = project.root().resolve("drift.json");
        var ended = project.facility("drift", "dev", "--format", "json", "--out", file.toString());
        assertThat(ended.exit()).as(ended.output() + Files.readString(file)).isEqualTo(exit);
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode of(JsonNode set, String title) {
        for (JsonNode each : set.path("drift")) {
            String type = each.path("type").asText();
            if (title.equals(type.substring(type.lastIndexOf(':') + 1) + " "
                    + each.path("name").asText())) {
                return each;
            }
        }
        throw new AssertionError(title + " is not in " + set.path("drift"));
    }

    private String kubectl(String words) {
        var ended = project.sourced("dev", "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" " + words);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }
}
