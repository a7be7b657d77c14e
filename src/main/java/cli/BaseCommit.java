package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import difference.RenderedObject;
import facility.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import target.RefusedException;

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
        if (found.exit() != 0) {
            throw new RefusedException("--base: there is no commit \"" + ref
                    + "\" here; a branch, a tag or a commit of this repository; fetch it, or correct the name");
        }
        return new BaseCommit(root, data, found.output().strip());
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
        if (ended.exit() != 0) {
            throw new RefusedException("--base: commit " + commit + " does not say what it declares:\n"
                    + ended.errors().strip());
        }
        try {
            return Rendered.parse(ended.output());
        } catch (JsonProcessingException e) {
            throw new RefusedException("--base: what commit " + commit + " says it declares is no JSON");
        }
    }

    private record Ended(int exit, String output, String errors) {}

    private static Ended run(Path folder, List<String> words) {
        try {
            Path errors = Files.createTempFile("facility-base", ".err");
            try {
                Process process = new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectError(errors.toFile())
                        .start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Ended(process.waitFor(), output, Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
