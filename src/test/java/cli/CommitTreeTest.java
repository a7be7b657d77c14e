package cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import target.RefusedException;

class CommitTreeTest {
    @TempDir
    Path root;

    @BeforeEach
    void commitAndBuild() throws Exception {
        shell("git init -q -b main && mkdir -p src/main toolchain target/lib && echo target > .gitignore"
                + " && echo .facility >> .gitignore && echo 1 > pom.xml && echo 1 > src/main/A && echo 1 > settings"
                + " && printf '#!/bin/sh\\ntouch \"$(dirname \"$0\")/../target/archived\"\\n' > toolchain/archive-classes"
                + " && chmod +x toolchain/archive-classes && " + COMMIT
                + " && echo library > target/lib/a.jar && echo built > target/facility.jar");
    }

    private static final String COMMIT =
            "git add -A && git -c user.name=test -c user.email=test@example.org commit -qm one";

    @Test
    void a_program_of_the_same_sources_is_taken_over_and_archived_for_its_place() throws Exception {
        shell("echo 2 > settings && " + COMMIT);
        var tree = tree();
        assertThat(tree.folder().resolve("target/facility.jar")).hasContent("built");
        assertThat(tree.folder().resolve("target/lib/a.jar")).exists();
        assertThat(tree.folder().resolve("target/archived")).exists();

        shell("echo 3 > src/main/A && " + COMMIT + " && git revert -n HEAD && " + COMMIT);
        assertThat(tree().folder().resolve("target/facility.jar"))
                .as("of the kept checkout, for the root's is older than its sources")
                .hasContent("built");
    }

    @Test
    void of_other_sources_or_an_edited_tree_nothing_is_taken_over() throws Exception {
        shell("echo 2 > src/main/A && " + COMMIT + " && touch target/facility.jar");
        Path first = tree("HEAD~1").folder();
        assertThat(first.resolve("target")).doesNotExist();

        shell("echo 3 > settings && touch target/facility.jar");
        assertThat(tree().folder().resolve("target")).doesNotExist();
    }

    @Test
    void a_kept_checkout_that_was_edited_is_refused() throws Exception {
        Files.writeString(tree().folder().resolve("settings"), "other");
        assertThatThrownBy(this::tree)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("was edited; remove the folder");
    }

    private CommitTree tree() throws Exception {
        return tree("HEAD");
    }

    private CommitTree tree(String ref) throws Exception {
        String commit = shell("git rev-parse " + ref).strip();
        return CommitTree.of(root, root.resolve(".facility"), commit, "test");
    }

    private String shell(String script) throws Exception {
        var ended = CommittedProject.run(root, script);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }
}
