package drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import change.Changed;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import config.FaultyDeclarationException;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftLeasesTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String LEASE =
            "leases:\n  - {resource: Deployment jupyterhub/hub, field: spec.replicas, owner: team, reason: measured,"
                    + " end: 2026-11-20}\n";

    @TempDir
    Path root;

    @Test
    void a_lease_covers_its_field_on_its_last_day_and_is_shown() throws IOException {
        var leases = read(LEASE, Environment.DEV);
        assertThat(leases.lines())
                .containsExactly("leased: Deployment jupyterhub/hub spec.replicas, to team until 2026-11-20: measured");
        assertThat(leases.cover(drift(false, "spec.replicas"))).isTrue();
        assertThat(leases.judged(drift(false, "spec.replicas")).outcome()).isEqualTo(Outcome.LEFT);
        assertThat(leases.fields()).isEqualTo(Map.of("Deployment jupyterhub/hub", List.of("spec.replicas")));
    }

    @Test
    void it_covers_no_field_beside_it_nor_an_object_that_is_gone() throws IOException {
        var leases = read(LEASE, Environment.DEV);
        assertThat(leases.cover(drift(false, "spec.replicasMore"))).isFalse();
        assertThat(leases.cover(drift(false, "spec.replicas", "spec.paused"))).isFalse();
        assertThat(leases.cover(drift(true))).isFalse();
        assertThat(leases.judged(drift(false, "spec.paused")).outcome()).isEqualTo(Outcome.TAKEN_BACK);
    }

    @Test
    void it_is_for_one_environment_or_for_all_and_no_file_is_none() throws IOException {
        String dev = LEASE.replace("}", ", environment: dev}");
        assertThat(read(dev, Environment.DEV).lines()).hasSize(1);
        assertThat(read(dev, Environment.PROD).lines()).isEmpty();
        assertThat(DriftLeases.read(root.resolve("nowhere"), Environment.DEV, TODAY)
                        .lines())
                .isEmpty();
    }

    @Test
    void after_its_end_it_is_refused_with_its_line() {
        assertThatThrownBy(() -> read(LEASE.replace("11-20", "11-19"), Environment.DEV))
                .isInstanceOf(FaultyDeclarationException.class)
                .hasMessageContaining(
                        "policies/drift.yaml:2: Deployment jupyterhub/hub spec.replicas: is leased to team"
                                + " no longer, 2026-11-19; a lease ends with its last day;");
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThatThrownBy(() -> read(
                        """
                        leases:
                          - {resource: Deployment jupyterhub/*, field: a, owner: o, reason: r, end: 2027-01-31}
                          - {resource: ConfigMap a/b, field: a, owner: o, reason: r, end: 31.1.2027}
                          - {resource: ConfigMap a/b, feild: a, owner: o, reason: " ", end: 2027-01-31}
                          - {resource: ConfigMap a/b, field: a, owner: o, reason: r, end: 2027-01-31, environment: test}
                          - text
                        lease: []
                        """,
                        Environment.DEV))
                .hasMessageContaining(
                        "drift.yaml:2: leases[0].resource: is no object, \"Deployment jupyterhub/*\"; kind and name of one")
                .hasMessageContaining("drift.yaml:3: leases[1].end: is no date, \"31.1.2027\"")
                .hasMessageContaining("drift.yaml:4: leases[2]: has an unknown key, \"feild\"")
                .hasMessageContaining("did you mean \"field\"")
                .hasMessageContaining("drift.yaml:4: leases[2]: lacks a key, \"reason\"")
                .hasMessageContaining("drift.yaml:5: leases[3].environment: is no environment, \"test\"; dev or prod")
                .hasMessageContaining("drift.yaml:6: leases[4]: is of the wrong type, \"text\"")
                .hasMessageContaining("drift.yaml:7: has an unknown key, \"lease\"");
    }

    @Test
    void the_engine_spells_a_field_by_places_and_quotes() {
        Map<String, Object> fields = Map.of(
                "data",
                Map.of("values.yaml", "a: 1"),
                "spec",
                Map.of("containers", List.of(Map.of("name", "a"), Map.of("name", "hub", "image", "x"))));
        assertThat(PropertyPath.of(fields, "spec.containers[hub].image")).contains("spec.containers[1].image");
        assertThat(PropertyPath.of(fields, "data[values.yaml]")).contains("data[\"values.yaml\"]");
        assertThat(PropertyPath.of(fields, "data[values.yaml].a")).contains("data[\"values.yaml\"]");
        assertThat(PropertyPath.of(fields, "spec.replicas")).isEmpty();
        assertThat(PropertyPath.of(fields, "spec.containers[none].image")).isEmpty();
    }

    private static ResourceDrift drift(boolean gone, String... paths) {
        return Changed.drift(Outcome.TAKEN_BACK, gone, paths);
    }

    private DriftLeases read(String text, Environment environment) throws IOException {
        Files.createDirectories(root.resolve("policies"));
        Files.writeString(root.resolve("policies/drift.yaml"), text);
        return DriftLeases.read(root, environment, TODAY);
    }
}
