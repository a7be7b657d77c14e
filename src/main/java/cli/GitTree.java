package cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import toolchain.Command;

/**
 * The commit that a tree is at.
 *
 * @param commit empty where there is no repository
 * @param dirty whether tracked files differ from it, or files are there that are neither tracked nor ignored
 */
record GitTree(String commit, boolean dirty) {
    /** The same, where the folder is the repository's own: one that it ignores is of none of its commits. */
    static GitTree tracked(Path root) {
        boolean its = Command.run(root, Map.of(), List.of("git", "ls-files", "--error-unmatch", "Pulumi.yaml"))
                .succeeded();
        return its ? of(root) : new GitTree("", false);
    }

    static GitTree of(Path root) {
        var head = Command.run(root, Map.of(), List.of("git", "rev-parse", "--verify", "--quiet", "HEAD"));
        if (!head.succeeded()) {
            return new GitTree("", false);
        }
        var status = Command.run(root, Map.of(), List.of("git", "status", "--porcelain"));
        return new GitTree(
                head.output().strip(), status.succeeded() && !status.output().isBlank());
    }
}
