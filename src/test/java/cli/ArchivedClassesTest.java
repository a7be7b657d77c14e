package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import toolchain.Command;

/** Archiving the classes of a run fails without a word, and then each command is slower: so it has to come to its end. */
class ArchivedClassesTest {
    @Test
    void what_is_archived_was_loaded_by_a_check_a_run_and_questions_to_a_cluster() {
        Path root = Path.of("").toAbsolutePath();
        var kubeconfig = Map.of(
                "KUBECONFIG", root.resolve("toolchain/no-cluster.kubeconfig").toString());
        var ended = Command.run(
                root,
                kubeconfig,
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dfacility.root=" + root,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cli.ArchivedClasses"));
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).isEqualToIgnoringNewLines("the declaration of prod has no fault");
    }
}
