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

    /** Before anything is planned: a pin that cannot be written afterwards would leave a promotion without its commit. */
    void requireReady(PinWhere where, SignedRelease release) {
        new PinBranch(root).requireReady(environment, pin(release), where == PinWhere.BRANCH);
    }

    /** Commits it; the answer is a line that says where it is. */
    String pin(PinWhere where, SignedRelease release, Optional<Path> plan) {
        var branch = new PinBranch(root);
        String message = message(release, plan);
        var made = where == PinWhere.BRANCH
                ? branch.onBranch(environment, pin(release), message)
                : branch.directly(environment, pin(release), message);
        return "pinned in commit " + made.commit().substring(0, 12) + " on " + made.branch()
                + (where == PinWhere.BRANCH ? "; for review: git push origin " + made.branch() : "");
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
