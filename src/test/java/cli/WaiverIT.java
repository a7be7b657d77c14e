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
    private static final String CLASS = "StorageClass rbd-services";
    private static final String NAMESPACES = "  facility:namespaces:\n";
    private static final String DECLARED =
            """
                space:
                  {displayName: Space, owner: infrastructure-team, experiment: facility, podSecurity: restricted,
                   quota: {cpu: 1, memory: 1Gi, pods: 2, persistentVolumeClaims: 0},
                   limits: {cpu: 100m, memory: 64Mi, cpuRequest: 10m, memoryRequest: 64Mi}}
            """;
    private static final String STORAGE = "  facility:storage:\n";
    private static final String OTHER_POOL = STORAGE + "    classes: {rbd-services: {pool: okd-rbd-2}}\n";

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
        assertThat(tracked).contains(STORAGE).doesNotContain(NAMESPACES);
        Files.writeString(file, tracked + NAMESPACES + DECLARED);
        passes("up");
    }

    @AfterAll
    void end() {
        project.close();
    }

    @Test
    void data_goes_only_under_a_waiver_that_names_it() throws IOException {
        String class1 = uid("storageclass rbd-services");
        letGo();
        for (String command : new String[] {"preview", "up"}) {
            var refused = run(command);
            assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
            assertThat(refused.output())
                    .contains(SPACE + " is protected, and this would delete it; to let it go, see policies/README.md")
                    .contains(CLASS + " is protected, and this would replace it; to let it go, see policies/README.md");
        }
        assertThat(uid("namespace space")).isNotEmpty();
        assertThat(uid("storageclass rbd-services")).isEqualTo(class1);

        Files.writeString(file, tracked + NAMESPACES + DECLARED);
        Files.writeString(
                quotas, Files.readString(quotas).replace("leases: []\n", "leases:\n" + waiver(SPACE) + waiver(CLASS)));
        var unprotected = passes("up");
        for (String waived : new String[] {SPACE, CLASS}) {
            assertThat(unprotected.output())
                    .contains("[data-is-protected] " + waived + ": holds data and is not protected, protect false;"
                            + " protect true; leased to ada until 2199-12-31: moved;")
                    .contains("lease of data-is-protected for " + waived + ": lets it through, until 2199-12-31;");
        }

        letGo();
        assertThat(passes("preview").output()).contains("- " + SPACE).contains(CLASS);
        passes("up");
        assertThat(uid("namespace space")).isEmpty();
        assertThat(uid("storageclass rbd-services")).isNotEmpty().isNotEqualTo(class1);
    }

    /** A namespace less, and a storage class on another pool, which no API server changes in place. */
    private void letGo() throws IOException {
        Files.writeString(file, tracked.replace(STORAGE, OTHER_POOL));
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
