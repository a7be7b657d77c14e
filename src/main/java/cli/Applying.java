package cli;

import change.ChangeSet;
import change.Masks;
import change.Notice;
import com.fasterxml.jackson.databind.ObjectMapper;
import engine.Changes;
import facility.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import preview.PolicyResults;
import promotion.BoundPlan;
import promotion.BoundPlanJson;
import promotion.ImageConditions;
import promotion.Moved;
import release.Digest;
import release.Release.Promoted;
import report.TextReport;
import target.NoClusterException;
import target.RefusedException;
import toolchain.Progress;

/** Applies a bound plan, with the release's own program: that, or nothing. */
final class Applying {
    private final Project project;
    private final On on;
    private final PrintWriter out;
    private final BeforeChange before;
    private final Clock clock = Clock.systemUTC();

    Applying(Project project, On on, PrintWriter out, BeforeChange before) {
        this.project = project;
        this.on = on;
        this.out = out;
        this.before = before;
    }

    /**
     * @return the exit code
     * @throws RefusedException when anything moved since it was approved
     */
    int apply(BoundPlan plan) {
        Instant start = clock.instant();
        InTime.requireGood(plan, start);
        new ReleaseProgram(project).requireIs(plan.release().release().commit());
        var run = before.look(() -> unmoved(plan, start));
        say("nothing moved since it was approved; applying plan " + Digest.brief(BoundPlanJson.digest(plan)));
        var begun = new Begun(ClusterRun.progress(out));
        Changes changes = applied(run, plan, begun);
        if (!begun.anything() && changes.clusterSilent().isPresent()) {
            // It went between the last look and the first step.
            throw before.refusal(changes.clusterSilent().get());
        }
        changes.errors().forEach(error -> say("error: " + error.message()));
        PolicyResults.of(changes, Masks.none()).stream().map(TextReport::line).forEach(this::say);
        Exit exit = RunVerdict.of(changes);
        if (exit == Exit.FAILED && begun.anything()) {
            new LiftedGates(run).lines().forEach(this::say);
        }
        if (exit != Exit.DONE) {
            say(next(plan, exit, begun.anything()));
            return exit.code();
        }
        return recorded(run, plan, start).code();
    }

    /** The run, after all looks that come before a change. */
    private ClusterRun unmoved(BoundPlan plan, Instant start) {
        var environment = Environment.of(plan.environment()).orElseThrow();
        var run = ClusterRun.ready(project, environment, on, new PolicyGate(project, on)::requireKept);
        InTime.requireOpenWindow(plan, run.checked().facility(), start);
        var bound = new BoundNow(project, run).look();
        refuse(plan, Moved.bindings(plan.bound(), bound));
        // A tag moves without anything that the plan is bound to.
        ImageConditions.require(
                ImageConditions.of(
                        plan.release().release(), RegistryLook.ofUser().found(on, run.checked())),
                plan.overrides());
        var again = new ClusterPreview(run, new ReportOrigin(project, environment, clock))
                .of(BeforeChange.answered(run.previewByEngine()), run.releasedVolumes());
        requireDone(again);
        refuse(plan, Moved.previews(plan.changes(), again));
        return run;
    }

    /** Of a preview that failed, nothing can be compared. */
    private static void requireDone(ChangeSet preview) {
        if (preview.exitCode() != Exit.DONE.code()) {
            throw new RefusedException("the preview that was approved fails now; nothing was changed:\n  "
                    + String.join(
                            "\n  ",
                            preview.notices().stream().map(Notice::message).toList()));
        }
    }

    private Changes applied(ClusterRun run, BoundPlan plan, Begun begun) {
        try {
            Path file = Files.createTempFile(run.workspace().folder(), "plan", ".json");
            try {
                Files.writeString(file, new ObjectMapper().writeValueAsString(plan.engine()));
                return run.engineAsNeeded(begun).apply(file, plan.bound().state());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(ClusterRun run, BoundPlan plan) {
        var promoted = new Promoted(plan.from(), plan.release().digest(), BoundPlanJson.digest(plan));
        var made = new ReleaseRecord(project, run, on, clock)
                .write(
                        plan.release().release().commit(),
                        new LiveHealth(run).outcome(),
                        ReleaseRecord.policy(plan.changes().policies()),
                        plan.overrides(),
                        Optional.of(promoted));
        say("recorded as " + made.release().title() + " (" + Digest.brief(made.digest()) + ")");
    }

    private Exit recorded(ClusterRun run, BoundPlan plan, Instant start) {
        String done = plan.environment() + " is at " + plan.release().release().title() + " on "
                + run.workspace().target().name();
        try {
            record(run, plan);
        } catch (NoClusterException silent) {
            say("error: " + silent.getMessage());
            say(done + ", but that is on no record; once it answers: ./facility promote " + plan.from() + " "
                    + plan.environment() + " --release "
                    + plan.release().release().number()
                    + ", which has nothing left to change and records it");
            return Exit.FAILED;
        }
        Leftovers.settled(run).forEach(this::say);
        say(done + ", after " + Progress.elapsed(start));
        return Exit.DONE;
    }

    private static String next(BoundPlan plan, Exit exit, boolean begun) {
        return exit == Exit.REFUSED || !begun
                ? "nothing was changed"
                : plan.environment() + " is between two releases: see what is left with ./facility promote "
                        + plan.from() + " " + plan.environment() + " --release "
                        + plan.release().release().number()
                        + ", which completes it, or go back with ./facility rollback "
                        + plan.environment();
    }

    private static void refuse(BoundPlan plan, List<String> moved) {
        if (moved.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        lines.add("moved since plan " + Digest.brief(BoundPlanJson.digest(plan)) + " was made; nothing was changed:");
        moved.forEach(line -> lines.add("  " + line));
        lines.add("look at it anew: ./facility promote " + plan.from() + " " + plan.environment());
        throw new RefusedException(String.join("\n", lines));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
