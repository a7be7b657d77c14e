package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds data is neither deleted nor replaced, unless a waiver names it: with the real engine and API server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaiverIT {
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
    private Path quotas;
    private String tracked;

    @BeforeAll
    void up() throws IOException {
        project = ScratchProject.create("waiver");
        project.own("policies");
        file = project.root().resolve("Pulumi.dev.yaml");
        quotas = project.root().resolve("policies/quotas.yaml");
        tracked = Files.readString(file);
        assertThat(tracked).contains(HUB, STORAGE).doesNotContain("facility:namespaces");
        tracked = tracked.replace(STORAGE, CLASSES) + QUOTA;
        Files.writeString(file, tracked + DECLARED);
        passes("up");
    }

    @AfterAll
    void end() {
        project.close();
    }

    @Test
    void data_goes_only_under_a_waiver_that_names_it() throws IOException {
        String before = uid("-n jupyterhub pvc hub-db-dir");
        letGo();
        for (String command : new String[] {"preview", "up"}) {
            var refused = run(command);
            assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
            assertThat(refused.output())
                    .contains(SPACE + " is protected, and this would delete it; to let it go, see policies/README.md")
                    .contains(CLAIM + " is protected, and this would replace it; to let it go, see policies/README.md");
        }
        assertThat(uid("namespace space")).isNotEmpty();
        assertThat(uid("-n jupyterhub pvc hub-db-dir")).isEqualTo(before);

        Files.writeString(file, tracked + DECLARED);
        Files.writeString(
                quotas, Files.readString(quotas).replace("leases: []\n", "leases:\n" + waiver(SPACE) + waiver(CLAIM)));
        var unprotected = passes("up");
        for (String waived : new String[] {SPACE, CLAIM}) {
            assertThat(unprotected.output())
                    .contains("[data-is-protected] " + waived + ": holds data and is not protected, protect false;"
                            + " protect true; leased to ada until 2199-12-31: moved;")
                    .contains("lease of data-is-protected for " + waived + ": lets it through, until 2199-12-31;");
        }

        letGo();
        var gone = passes("up");
        assertThat(gone.output()).contains("- " + SPACE).contains(CLAIM);
        assertThat(uid("namespace space")).isEmpty();
        assertThat(uid("-n jupyterhub pvc hub-db-dir")).isNotEmpty().isNotEqualTo(before);

        // What leans on it would go along: the engine says so in words of its own.
        Files.writeString(file, Files.readString(file).replace("pool: okd-fast", "pool: okd-slow"));
        var drawn = run("preview");
        assertThat(drawn.exit()).as(drawn.output()).isEqualTo(4);
    }

    /** A namespace less, and the hub's database on another class, which no API server changes in place. */
    private void letGo() throws IOException {
        Files.writeString(
                file,
                tracked.replace(HUB, HUB + "    database: {type: sqlite-pvc, storageClass: rbd-fast, size: 1Gi}\n"));
    }

    private static String waiver(String resource) {
        return "  - {resource: " + resource
                + ", rule: data-is-protected, owner: ada, reason: moved, end: 2199-12-31}\n";
    }

    private ScratchProject.Ended passes(String command) {
        var ended = run(command);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended;
    }

    private ScratchProject.Ended run(String command) {
        return command.equals("up") ? project.facility("up", "dev", "--yes") : project.facility(command, "dev");
    }

    private String uid(String object) {
        return project.shell("PATH=\"$PATH:$(dirname \"$(ls -d ~/.cache/facility/toolchain/*/kubectl-*/kubectl)\")\";"
                        + " kubectl --kubeconfig .facility/dev/twin/kubeconfig get --ignore-not-found " + object
                        + " -o jsonpath={.metadata.uid}")
                .output()
                .strip();
    }
}
