package cli;

import static cli.CommittedProject.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A tree against a commit, in a repository of its own: both say what they declare by programs of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewBaseIT {
    @TempDir
    static Path repository;

    @BeforeAll
    void commit() throws Exception {
        CommittedProject.builtIn(repository);
    }

    @Test
    void a_tree_that_changes_nothing_is_one_line() throws Exception {
        var preview = run(repository, "./facility preview dev --base main 2>/dev/null");
        assertThat(preview.exit()).as(preview.output()).isZero();
        assertThat(preview.output().strip().lines()).hasSize(1);
        assertThat(preview.output()).contains("(no cluster was asked): no changes in");
    }

    @Test
    void a_bigger_quota_is_shown_by_its_fields_and_nothing_else() throws Exception {
        Path file = repository.resolve("Pulumi.dev.yaml");
        String before = Files.readString(file);
        Files.writeString(file, before + "  facility:namespaces:\n    monitoring: {quota: {memory: 65Gi}}\n");
        try {
            var preview = run(repository, "./facility preview dev --base main 2>/dev/null");
            assertThat(preview.exit()).as(preview.output()).isZero();
            assertThat(preview.output().lines().toList())
                    .containsSubsequence(
                            "namespaces",
                            "  ~ ResourceQuota monitoring/quota",
                            "      spec.hard[limits.memory]: 64Gi -> 65Gi",
                            "      spec.hard[requests.memory]: 64Gi -> 65Gi");
            assertThat(preview.output()).contains("1 update, ");
        } finally {
            Files.writeString(file, before);
        }
    }

    @Test
    void a_commit_that_is_not_there_is_refused() throws Exception {
        var preview = run(repository, "./facility preview dev --base no-such-branch");
        assertThat(preview.exit()).isEqualTo(4);
        assertThat(preview.output()).contains("--base: there is no commit \"no-such-branch\" here");
    }
}
