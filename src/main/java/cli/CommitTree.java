package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import target.RefusedException;
import toolchain.Command;

/**
 * A commit of this project, checked out aside as a repository of its own, so that git itself says whether anybody touched
 * it. It is kept: a second look at the same commit builds nothing.
 */
record CommitTree(Path folder, String commit) {
    /**
     * @param data the ignored data folder that it is kept in
     * @param why what it is for, at the beginning of a refusal
     * @throws RefusedException when the repository does not hold the commit, or the kept tree was edited
     */
    static CommitTree of(Path root, Path data, String commit, String why) {
        Path trees = data.resolve("commits");
        Path folder = trees.resolve(commit);
        if (!Files.isDirectory(folder)) {
            checkOut(root, trees, folder, commit, why);
        }
        var tree = GitTree.of(folder);
        if (!tree.commit().equals(commit) || tree.dirty()) {
            throw new RefusedException(why + ": the checkout of " + commit + " in " + folder
                    + " was edited; remove the folder, it is made anew");
        }
        return new CommitTree(folder, commit);
    }

    private static void checkOut(Path root, Path trees, Path folder, String commit, String why) {
        try {
            Files.createDirectories(trees);
            Path aside = Files.createTempDirectory(trees, "aside");
            git(root, why, "clone", "--quiet", "--shared", "--no-checkout", root.toString(), aside.toString());
            git(
                    aside,
                    why + ": commit " + commit + " is not in this repository; fetch it",
                    "checkout",
                    "--quiet",
                    "--detach",
                    commit);
            var program = BuiltProgram.among(kept(trees, root), aside);
            // Whole or not at all.
            Files.move(aside, folder);
            program.ifPresent(built -> built.copyTo(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkouts of this repository that are here: this one, and those of other commits. */
    private static List<Path> kept(Path trees, Path root) throws IOException {
        var all = new ArrayList<>(List.of(root));
        try (Stream<Path> folders = Files.list(trees)) {
            folders.filter(tree -> !tree.getFileName().toString().startsWith("aside"))
                    .sorted()
                    .forEach(all::add);
        }
        return all;
    }

    private static void git(Path folder, String fault, String... words) {
        var all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        var ended = Command.run(folder, Map.of(), all);
        if (!ended.succeeded()) {
            throw new RefusedException(fault + " (" + ended.output().strip() + ")");
        }
    }
}
