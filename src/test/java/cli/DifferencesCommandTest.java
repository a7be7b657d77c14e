package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger as it is tracked, and what a hurried person would change. */
class DifferencesCommandTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path root;

    @BeforeEach
    void project() throws IOException {
        Files.createSymbolicLink(root.resolve("charts"), PROJECT.resolve("charts"));
        Files.createDirectories(root.resolve("policies"));
        for (String file :
                new String[] {"Pulumi.dev.yaml", "Pulumi.prod.yaml", "policies/quotas.yaml", "policies/differences.yaml"
                }) {
            Files.copy(PROJECT.resolve(file), root.resolve(file));
        }
    }

    @Test
    void every_difference_of_the_project_is_declared_and_no_entry_is_stale() throws IOException {
        var kept = facility("differences", "dev", "prod");
        assertThat(kept.exit()).as(kept.output()).isZero();
        assertThat(kept.output())
                .contains(
                        """
                        hub.host
                            dev   analytics-hub-dev.example.org (Pulumi.dev.yaml:12)
                            prod  analytics-hub.example.org (Pulumi.prod.yaml:38)
                            why   each environment has an address of its own
                        """)
                .endsWith("dev and prod: 35 intended differences, 0 undeclared, 0 stale entries\n");
        JsonNode json = new ObjectMapper()
                .readTree(facility("differences", "dev", "prod", "--format", "json")
                        .output());
        assertThat(json.path("intended")).hasSize(35);
        assertThat(json.path("undeclared")).isEmpty();
        assertThat(json.path("stale")).isEmpty();
    }

    @Test
    void an_override_in_one_file_alone_is_exit_2_and_a_removed_one_leaves_a_stale_entry() throws IOException {
        replace(
                "Pulumi.dev.yaml",
                "    host: analytics-hub-dev.example.org",
                "    host: analytics-hub-dev.example.org\n    namedServers: 2");
        replace("Pulumi.dev.yaml", "    s3: {host: s3-dev.example.org}\n", "");
        var refused = facility("differences", "dev", "prod");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output())
                .contains("policies/differences.yaml: 1 fault in the declaration; nothing was changed")
                .contains("Pulumi.dev.yaml:13: hub.namedServers: differs without a reason, dev has 2"
                        + " (Pulumi.dev.yaml:13), prod has 5 (shared value, facility.SharedFacility)")
                .contains("stale: policies/differences.yaml:")
                .contains("storage.s3.host: is stale")
                .contains("34 intended differences, 1 undeclared, 1 stale");
    }

    /** The API server of one environment would only warn: no value says so, but the rules' file does. */
    @Test
    void what_comes_from_no_value_is_found_in_the_objects() throws IOException {
        replace(
                "policies/quotas.yaml",
                "environments: {}",
                "environments: {dev: {rules: {requests-are-present: {level: advisory}}}}");
        var refused = facility("differences", "dev", "prod");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output())
                .contains("ValidatingAdmissionPolicyBinding requests-are-present.facility spec.validationActions: is"
                        + " rendered otherwise for prod than for dev from the same values")
                .contains("policies/quotas.yaml");
        replace(
                "policies/differences.yaml",
                "objects: {}",
                "objects:\n  ValidatingAdmissionPolicyBinding requests-are-present.facility spec.validationActions:"
                        + " measured on dev first");
        assertThat(facility("differences", "dev", "prod").exit()).isZero();
    }

    @Test
    void faults_of_the_ledger_and_of_a_file_and_of_the_words_are_exit_2() throws IOException {
        replace("policies/differences.yaml", "hub.users:", "hub:");
        var faulty = facility("differences", "dev", "prod");
        assertThat(faulty.exit()).isEqualTo(2);
        assertThat(faulty.output()).contains(": hub: would let everything of it differ, \"hub\";");
        Files.delete(root.resolve("policies/differences.yaml"));
        assertThat(facility("differences", "dev", "prod").output())
                .contains("policies/differences.yaml: cannot be read");
        var same = facility("differences", "dev", "dev");
        assertThat(same.exit()).isEqualTo(2);
        assertThat(same.output()).contains("OTHER: is the same environment, \"dev\"");
    }

    private void replace(String file, String old, String replacement) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(root.resolve(file), text.replace(old, replacement));
    }

    private InProcess facility(String... words) {
        return InProcess.facility(root, words);
    }
}
