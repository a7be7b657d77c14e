package cli;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSet;
import change.Changed;
import change.EverySort;
import change.Notice;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import drift.DriftLeases;
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

/** Drift of the environment that ran a release: a lease that holds lets it go on, and is seen. */
class DriftNowTest {
    private static final String LEASED =
            "leased: Deployment jupyterhub/hub spec.replicas, to team until 2026-11-20: measured";

    @TempDir
    Path root;

    @Test
    void what_is_leased_stops_nothing_and_is_shown_with_owner_reason_and_end() throws IOException {
        var found = DriftNow.of(set(0, drift(false, "spec.replicas")), leases());
        assertThat(found.open()).isEmpty();
        assertThat(found.leased()).containsExactly(LEASED);
    }

    @Test
    void what_is_not_wholly_leased_is_named_with_who_did_it() throws IOException {
        assertThat(DriftNow.of(set(0, drift(false, "spec.replicas", "spec.paused")), leases())
                        .open())
                .containsExactly("jupyterhub/jupyterhub/hub (by kubectl-edit)");
        assertThat(DriftNow.of(set(0, drift(true)), leases()).open()).hasSize(1);
    }

    /** A drift of which no field is shown is covered by every lease, and by none. */
    @Test
    void what_shows_no_field_is_not_leased() throws IOException {
        assertThat(DriftNow.of(set(0, drift(false)), leases()).open()).hasSize(1);
        assertThat(DriftNow.of(set(0, drift(false)), DriftLeases.none()).open()).hasSize(1);
    }

    @Test
    void a_lease_without_drift_is_not_shown_as_drift() throws IOException {
        assertThat(DriftNow.of(set(0), leases()).leased()).isEmpty();
        assertThat(DriftNow.of(set(0), leases()).open()).isEmpty();
    }

    /** Its change set is empty, which must not be taken for a cluster without drift. */
    @Test
    void a_preview_that_failed_found_nothing_because_it_did_not_look() throws IOException {
        assertThat(DriftNow.of(set(1), leases()).open())
                .containsExactly("what, nobody knows: it could not be looked for: the provider died");
    }

    private DriftLeases leases() throws IOException {
        Files.createDirectories(root.resolve("policies"));
        Files.writeString(
                root.resolve("policies/drift.yaml"),
                "leases:\n  - {resource: Deployment jupyterhub/hub, field: spec.replicas, owner: team,"
                        + " reason: measured, end: 2026-11-20}\n");
        var today = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        return DriftLeases.read(root, Environment.DEV, today);
    }

    private static ResourceDrift drift(boolean gone, String... paths) {
        return Changed.drift(Outcome.LEFT, gone, paths);
    }

    private static ChangeSet set(int exitCode, ResourceDrift... drift) {
        var every = EverySort.set();
        return new ChangeSet(
                every.origin(),
                every.verdict(),
                exitCode,
                List.of(),
                List.of(drift),
                List.of(),
                List.of(),
                List.of(),
                exitCode == 0 ? List.of() : List.of(new Notice("", "the provider died")),
                List.of(),
                Map.of(),
                0);
    }
}
