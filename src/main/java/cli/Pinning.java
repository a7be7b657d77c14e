package cli;

import facility.Environment;
import facility.ReleasePin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pin.PinBranch;
import promotion.BoundPlanJson;
import release.SignedRelease;
import report.Palette;
import report.ReportFormat;

/** Writes into an environment's file which release it is to run: the one thing that a promotion commits. */
final class Pinning {
    private final Path root;
    private final Environment environment;

    Pinning(Path root, Environment environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * Before anything is planned: a pin that cannot be written afterwards would leave a promotion without its commit.
     *
     * @param again whether a branch that an earlier call made may be there
     */
    void requireReady(PinWhere where, SignedRelease release, boolean again) {
        var branch = new PinBranch(root);
        if (!again || branch.there(environment, pin(release)).isEmpty()) {
            branch.requireReady(environment, pin(release), where == PinWhere.BRANCH);
        }
    }

    /** Commits it; the answer is a line that says where it is. */
    String pin(PinWhere where, SignedRelease release, Optional<Path> plan) {
        var branch = new PinBranch(root);
        String message = message(release, plan);
        var made = where == PinWhere.BRANCH
                ? branch.onBranch(environment, pin(release), message)
                : branch.directly(environment, pin(release), message);
        return line(made) + (where == PinWhere.BRANCH ? "; for review: git push origin " + made.branch() : "");
    }

    /** Commits it on its branch, unless that is there from an earlier call, and has it reviewed. */
    PinReview.Ended reviewed(SignedRelease release, Optional<Path> plan, PinReview review) {
        var branch = new PinBranch(root);
        var pin = pin(release);
        String message = message(release, plan);
        var made = branch.there(environment, pin).orElseGet(() -> branch.onBranch(environment, pin, message));
        var ended = review.of(made, branch.checkedOut(), PinBranch.title(environment, pin), message);
        return new PinReview.Ended(ended.exit(), line(made) + "\n" + ended.line());
    }

    private static String line(PinBranch.Made made) {
        return "pinned in commit " + made.commit().substring(0, 12) + " on " + made.branch();
    }

    private static ReleasePin pin(SignedRelease release) {
        return new ReleasePin(release.release().commit(), release.digest());
    }

    /** The report of what was planned is what a reviewer reads. */
    private static String message(SignedRelease release, Optional<Path> plan) {
        try {
            return plan.isPresent()
                    ? ReportFormat.MARKDOWN.of(
                            BoundPlanJson.read(plan.get().toString(), Files.readString(plan.get()), Optional.empty())
                                    .changes(),
                            Palette.PLAIN)
                    : "It is " + release.release().title() + ", and was applied.";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
