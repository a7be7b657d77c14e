package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import target.RefusedException;
import toolchain.EndsWithUs;

/**
 * A release's own program: its commit checked out aside, and called as a person there would call it, on this project's
 * data. What lies in the work tree takes no part.
 */
final class ReleaseProgram {
    private final Project project;

    ReleaseProgram(Project project) {
        this.project = project;
    }

    /**
     * Runs a command of it to its end, with this command's input and output.
     *
     * @return its exit code
     * @throws RefusedException when the commit cannot be had
     */
    int run(String commit, List<String> words) {
        var tree = CommitTree.of(project.root(), project.data(), commit, "release of commit " + commit);
        var all = new ArrayList<>(List.of(tree.folder().resolve("facility").toString()));
        all.addAll(words);
        try {
            var builder =
                    new ProcessBuilder(all).directory(tree.folder().toFile()).inheritIO();
            builder.environment()
                    .put(Project.DATA_VARIABLE, project.data().getParent().toString());
            // ./facility takes the real cluster's kubeconfig from KUBECONFIG, which it set to none for us.
            builder.environment().put("KUBECONFIG", System.getenv().getOrDefault("FACILITY_AMBIENT_KUBECONFIG", ""));
            Process process = builder.start();
            try (var child = new EndsWithUs(process)) {
                return child.ended();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a release's program ran", e);
        }
    }

    /**
     * That this is the program of a release, and nobody touched it.
     *
     * @throws RefusedException when it is another commit's, or edited
     */
    void requireIs(String commit) {
        var tree = GitTree.of(project.root());
        if (!tree.commit().equals(commit) || tree.dirty()) {
            throw new RefusedException("the release is of commit " + commit + ", but its checkout in " + project.root()
                    + (tree.dirty() ? " was edited" : " is of " + tree.commit())
                    + "; remove the folder, it is made anew; nothing was changed");
        }
    }
}
