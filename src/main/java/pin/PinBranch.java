package pin;

import config.FacilityReader;
import facility.Environment;
import facility.ReleasePin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import target.RefusedException;

/**
 * The commit that pins a release. It is made from git's own objects with an index aside: neither the user's work tree
 * nor their index is touched, and no second work tree has to be removed after a crash.
 */
public final class PinBranch {
    private static final String NO_COMMIT = "0".repeat(40);

    private final Git git;
    private final Checkout checkout;

    public PinBranch(Path projectFolder) {
        this.git = Git.in(projectFolder);
        this.checkout = new Checkout(git);
    }

    /**
     * What was made.
     *
     * @param branch where the commit is
     * @param commit its hash
     * @param base what it was made from
     */
    public record Made(String branch, String commit, String base) {}

    /** {@code promote/prod-<first 12 digits of the release's digest>}. */
    public static String nameOf(Environment environment, ReleasePin pin) {
        return "promote/" + environment.key() + "-" + pin.shortDigest();
    }

    /**
     * That a pin could be committed: asked before what it is to record.
     *
     * @param ownBranch whether on a branch of its own
     * @throws RefusedException when it could not
     */
    public void requireReady(Environment environment, ReleasePin pin, boolean ownBranch) {
        checkout.requireClean();
        if (ownBranch) {
            requireNew(nameOf(environment, pin));
        } else {
            requireOnBranch();
        }
        checkout.requireNotBehind();
    }

    private String requireOnBranch() {
        return checkout.branch()
                .orElseThrow(() -> new RefusedException("no branch is checked out, so that a commit would be on none;"
                        + " check one out, or make the pin on a branch of its own; nothing was changed"));
    }

    /**
     * Commits the pin on a branch of its own, to be pushed and reviewed.
     *
     * @param message the commit's text below its subject, such as the promotion's report
     * @throws RefusedException when the tree is dirty or behind, or the branch is there, or nothing would change
     * @throws config.FaultyDeclarationException when the file cannot be edited
     */
    public Made onBranch(Environment environment, ReleasePin pin, String message) {
        String branch = nameOf(environment, pin);
        checkout.requireClean();
        requireNew(branch);
        checkout.requireNotBehind();
        String base = checkout.head();
        String commit = commit(base, environment, pin, message);
        // Only if it is still not there: of two at once, one is told.
        var made = git.run("update-ref", "-m", "promotion", "refs/heads/" + branch, commit, NO_COMMIT);
        if (!made.succeeded()) {
            requireNew(branch);
            throw new RefusedException("cannot make the branch " + branch + ", git says: "
                    + made.errors().strip());
        }
        return new Made(branch, commit, base);
    }

    /** Commits the pin on the branch that is checked out, and brings the work tree to it; throws the same. */
    public Made directly(Environment environment, ReleasePin pin, String message) {
        String branch = requireOnBranch();
        checkout.requireClean();
        checkout.requireNotBehind();
        String base = checkout.head();
        String commit = commit(base, environment, pin, message);
        git.must("bring " + branch + " to the pin", "merge", "--ff-only", "--quiet", commit);
        return new Made(branch, commit, base);
    }

    private void requireNew(String branch) {
        boolean here = git.run("rev-parse", "--verify", "--quiet", "refs/heads/" + branch)
                .succeeded();
        if (here || checkout.isAtRemote(branch)) {
            throw new RefusedException("the branch " + branch + " is there already"
                    + (here ? "" : ", at the remote")
                    + ": this release was promoted before, or is being promoted; look at it, and merge or delete it;"
                    + " nothing was changed");
        }
    }

    private String commit(String base, Environment environment, ReleasePin pin, String message) {
        String file = FacilityReader.fileOf(environment);
        String path = git.must("find this folder in its repository", "rev-parse", "--show-prefix")
                        .text()
                + file;
        byte[] before =
                git.must("read " + file, "cat-file", "blob", base + ":" + path).output();
        byte[] after = PinEdit.of(file, before, pin);
        if (Arrays.equals(before, after)) {
            throw new RefusedException(file + " pins the release " + pin.digest() + " already; nothing was changed");
        }
        Path aside = aside();
        try {
            String tree = tree(base, path, Files.write(aside.resolve(file), after), aside.resolve("index"));
            String subject = "Promote " + environment.key() + " to " + pin.shortCommit() + "\n\n";
            Path text = Files.writeString(aside.resolve("message"), subject + message.strip() + "\n");
            return git.must("make the commit", commitWords(tree, base, text)).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(aside);
        }
    }

    /** The base's tree with the one file, as it is: no filter of line ends may touch it. */
    private String tree(String base, String path, Path content, Path index) {
        String mode = git.must("read " + path, "ls-tree", "--full-tree", base, "--", path)
                .text()
                .split(" ", 2)[0];
        String blob = git.must("keep the file", "hash-object", "-w", "--no-filters", content.toString())
                .text();
        Git own = git.withIndex(index);
        own.must("read the commit", "read-tree", base);
        own.must("take the file in", "update-index", "--cacheinfo", mode + "," + blob + "," + path);
        return own.must("write the tree", "write-tree").text();
    }

    /** Signed where the user signs commits: git does not look at that setting here. */
    private String[] commitWords(String tree, String base, Path message) {
        var words = new ArrayList<>(List.of("commit-tree", tree, "-p", base, "-F", message.toString()));
        if (git.run("config", "--type=bool", "--get", "commit.gpgSign").text().equals("true")) {
            words.add("-S");
        }
        return words.toArray(String[]::new);
    }

    private static Path aside() {
        try {
            return Files.createTempDirectory("facility-pin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
