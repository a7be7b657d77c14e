package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds data is neither deleted nor replaced, with the real engine and API server; it takes a waiver first. */
@ExtendWith(BrokenAndMended.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionIT {
    private static final String SPACE = "Namespace space";
    private static final String CLAIM = "PersistentVolumeClaim jupyterhub/hub-db-dir";
    private static final String HUB = "  facility:hub:\n";
    private static final String STORAGE = "  facility:storage:\n";

    /** A class to move to, and a namespace to give up. */
    private static final String CLASSES = STORAGE
            + """
                classes:
                  rbd-services: {capacity: 4T}
                  rbd-fast:
                    {kind: rbd, driver: rook, clusterId: ceph, pool: okd-fast, capacity: 1T, reclaimPolicy: Delete,
                     isDefault: false}
            """;

    private static final String QUOTA =
            """
              facility:namespaces:
                jupyterhub: {quota: {storage: {rbd-fast: 20Gi}}}
            """;
    private static final String DECLARED =
            """
                space:
                  {displayName: Space, owner: infrastructure-team, experiment: facility, podSecurity: restricted,
                   quota: {cpu: 1, memory: 1Gi, pods: 2, persistentVolumeClaims: 0},
                   limits: {cpu: 100m, memory: 64Mi, cpuRequest: 10m, memoryRequest: 64Mi}}
            """;

    private ScratchProject project;
    private Path file;
    private String before;
    private Path quotas;
    private String limits;

    @BeforeAll
    void begin(ScratchProject shared) throws IOException {
        project = shared;
        file = project.root().resolve("Pulumi.dev.yaml");
        before = Files.readString(file);
        project.own("policies");
        quotas = project.root().resolve("policies/quotas.yaml");
        limits = Files.readString(quotas);
    }

    @AfterEach
    void putBack() throws IOException {
        Files.writeString(file, before);
        Files.writeString(quotas, limits);
    }

    /** What holds data, to be let go: a namespace, and a class that a claim may be moved to. */
    static String declaring(String tracked) {
        assertThat(tracked).contains(HUB, STORAGE).doesNotContain("facility:namespaces");
        return tracked.replace(STORAGE, CLASSES) + QUOTA + DECLARED;
    }

    @Test
    void what_holds_data_is_neither_deleted_nor_replaced_without_a_waiver() throws IOException {
        letGo();
        var refused = project.facility("preview", "dev");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output())
                .contains("refused: " + SPACE + " is protected, and this would delete it")
                .contains("refused: " + CLAIM + " is protected, and this would replace it");
    }

    /** Whoever takes the protection away by the engine's own means meets the policies. */
    @Test
    void what_lost_its_protection_goes_only_under_a_waiver_that_has_not_ended() throws IOException {
        var unprotected = project.sourced(
                "dev",
                "pulumi state unprotect --yes \"$(pulumi stack export | grep -o 'urn:[^\"]*core/v1:Namespace::space'"
                        + " | head -1)\"");
        assertThat(unprotected.exit()).as(unprotected.output()).isZero();
        Files.writeString(file, before.replace(DECLARED, ""));
        String kept =
                "policy mandatory: [data-is-protected] " + SPACE + ": holds data, and this would delete or replace"
                        + " it; only under a lease of data-is-protected that names it and has not ended; declare it as it was;";

        var refused = project.facility("up", "dev", "--yes");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(3);
        assertThat(refused.output()).contains(kept).contains("- " + SPACE);
        var down = project.facility("down", "dev", "--yes");
        assertThat(down.exit()).as(down.output()).isEqualTo(3);
        assertThat(down.output())
                .contains("policies forbid this; nothing was changed")
                .contains(kept);

        waive("2020-12-31");
        var late = project.facility("preview", "dev");
        assertThat(late.exit()).as(late.output()).isEqualTo(3);
        assertThat(late.output())
                .contains(kept)
                .contains("policy mandatory: [leases-have-not-ended] lease of data-is-protected for " + SPACE
                        + ": has ended, 2020-12-31;");
        assertThat(space()).isEqualTo("namespace/space");

        waive(LastDay.IN_SIGHT);
        var gone = project.facility("up", "dev", "--yes");
        assertThat(gone.exit()).as(gone.output()).isZero();
        assertThat(gone.output())
                .contains("policy advisory: [data-is-protected] " + SPACE + ": holds data")
                .contains("leased to ada until " + LastDay.IN_SIGHT + ": given up;");
        assertThat(space()).isEmpty();

        putBack();
        var again = project.facility("up", "dev", "--yes");
        assertThat(again.exit()).as(again.output()).isZero();
    }

    private void waive(String end) throws IOException {
        Files.writeString(
                quotas,
                limits.replace(
                        "leases: []\n",
                        "leases:\n  - {resource: " + SPACE + ", rule: data-is-protected, owner: ada, reason: given up,"
                                + " end: " + end + "}\n"));
    }

    private String space() {
        return project.sourced(
                        "dev",
                        "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" get namespace space --ignore-not-found -o name")
                .output()
                .strip();
    }

    /** A namespace less, and the hub's database on another class, which no API server changes in place. */
    private void letGo() throws IOException {
        Files.writeString(
                file,
                before.replace(DECLARED, "")
                        .replace(HUB, HUB + "    database: {type: sqlite-pvc, storageClass: rbd-fast, size: 1Gi}\n"));
    }
}
