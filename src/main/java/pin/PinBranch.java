package pin;

import config.FacilityReader;
import facility.Environment;
import facility.ReleasePin;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
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

    /** The branch of its own, if it is here and holds this pin: what an earlier call made. */
    public Optional<Made> there(Environment environment, ReleasePin pin) {
        String branch = nameOf(environment, pin);
        var tip = git.run("rev-parse", "--verify", "--quiet", "refs/heads/" + branch + "^{commit}");
        if (!tip.succeeded()) {
            return Optional.empty();
        }
        String file = FacilityReader.fileOf(environment);
        byte[] pinned = new PinCommit(git).content(tip.text(), file);
        return Arrays.equals(pinned, PinEdit.of(file, pinned, pin))
                ? Optional.of(new Made(
                        branch,
                        tip.text(),
                        git.must("find what " + branch + " was made from", "rev-parse", tip.text() + "^")
                                .text()))
                : Optional.empty();
    }

    /** The branch that is checked out; empty where a commit is by itself. */
    public Optional<String> checkedOut() {
        return checkout.branch();
    }

    /** A commit's subject, and the title of its review. */
    public static String title(Environment environment, ReleasePin pin) {
        return "Promote " + environment.key() + " to " + pin.shortCommit();
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
        String commit = new PinCommit(git).of(base, environment, pin, message);
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
        String commit = new PinCommit(git).of(base, environment, pin, message);
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
}
