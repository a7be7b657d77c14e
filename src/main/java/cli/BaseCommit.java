package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import difference.RenderedObject;
import facility.Environment;
import java.nio.file.Path;
import java.util.List;
import target.RefusedException;
import toolchain.Answer;

/**
 * Another commit of this project, checked out aside: what it declares is what its own program says. A checkout is kept,
 * so that a second look at the same commit builds nothing.
 */
final class BaseCommit {
    private final Path root;
    private final Path data;
    private final String commit;

    private BaseCommit(Path root, Path data, String commit) {
        this.root = root;
        this.data = data;
        this.commit = commit;
    }

    /**
     * The commit that a name stands for.
     *
     * @throws RefusedException when there is none
     */
    static BaseCommit of(Path root, Path data, String ref) {
        var found =
                run(root, List.of("git", "rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"));
        if (!found.succeeded()) {
            throw new RefusedException("--base: there is no commit \"" + ref
                    + "\" here; a branch, a tag or a commit of this repository; fetch it, or correct the name");
        }
        return new BaseCommit(root, data, found.text());
    }

    String commit() {
        return commit;
    }

    /**
     * What it declares for an environment.
     *
     * @throws RefusedException when it cannot be checked out or built, or its declaration has a fault
     */
    List<RenderedObject> objects(Environment environment, On on) {
        Path tree = CommitTree.of(root, data, commit, "--base").folder();
        var ended = run(
                tree,
                List.of(
                        tree.resolve("facility").toString(),
                        "objects",
                        environment.key(),
                        "--format",
                        "json",
                        "--on",
                        on.word()));
        if (!ended.succeeded()) {
            throw new RefusedException("--base: commit " + commit + " does not say what it declares:\n"
                    + ended.errors().strip());
        }
        try {
            return Rendered.parse(ended.text());
        } catch (JsonProcessingException e) {
            throw new RefusedException("--base: what commit " + commit + " says it declares is no JSON");
        }
    }

    private static Answer run(Path folder, List<String> words) {
        return Answer.of(new ProcessBuilder(words).directory(folder.toFile()));
    }
}
