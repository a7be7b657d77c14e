package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
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

    @BeforeAll
    void begin(ScratchProject shared) throws IOException {
        project = shared;
        file = project.root().resolve("Pulumi.dev.yaml");
        before = Files.readString(file);
    }

    @AfterAll
    void putBack() throws IOException {
        Files.writeString(file, before);
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

    /** A namespace less, and the hub's database on another class, which no API server changes in place. */
    private void letGo() throws IOException {
        Files.writeString(
                file,
                before.replace(DECLARED, "")
                        .replace(HUB, HUB + "    database: {type: sqlite-pvc, storageClass: rbd-fast, size: 1Gi}\n"));
    }
}
