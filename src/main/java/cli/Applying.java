package cli;

import change.Masks;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import preview.PolicyResults;
import promotion.BoundPlan;
import promotion.BoundPlanJson;
import promotion.ImageConditions;
import promotion.Moved;
import promotion.Readiness;
import release.Digest;
import release.Release.Promoted;
import report.TextReport;
import target.RefusedException;
import toolchain.Progress;

/** Applies a bound plan, with the release's own program: that, or nothing. */
final class Applying {
    private final Project project;
    private final On on;
    private final PrintWriter out;
    private final Clock clock = Clock.systemUTC();

    Applying(Project project, On on, PrintWriter out) {
        this.project = project;
        this.on = on;
        this.out = out;
    }

    /**
     * @return the exit code
     * @throws RefusedException when anything moved since it was approved
     */
    int apply(BoundPlan plan) {
        Instant start = clock.instant();
        requireTimely(plan, start);
        new ReleaseProgram(project).requireIs(plan.release().release().commit());
        var environment = Environment.of(plan.environment()).orElseThrow();
        var run = ClusterRun.ready(project, environment, on, new PolicyGate(project, on)::requireKept);
        requireOpenWindow(plan, run, start);
        var bound = new BoundNow(project, run).look();
        refuse(plan, Moved.bindings(plan.bound(), bound));
        // A tag moves without anything that the plan is bound to.
        ImageConditions.require(
                ImageConditions.of(
                        plan.release().release(), RegistryLook.ofUser().found(on, run.checked())),
                plan.overrides());
        var again = new ClusterPreview(run, new ReportOrigin(project, environment, clock))
                .of(run.preview(), run.releasedVolumes());
        refuse(plan, Moved.previews(plan.changes(), again));
        say("nothing moved since it was approved; applying plan " + Digest.brief(BoundPlanJson.digest(plan)));
        Changes changes = applied(run, plan);
        changes.errors().forEach(error -> say("error: " + error.message()));
        PolicyResults.of(changes, Masks.none()).stream().map(TextReport::line).forEach(this::say);
        Exit exit = RunVerdict.of(changes);
        if (exit == Exit.FAILED) {
            new LiftedGates(run).lines().forEach(this::say);
        }
        if (exit != Exit.DONE) {
            say(next(plan, exit));
            return exit.code();
        }
        record(run, plan);
        say(plan.environment() + " is at " + plan.release().release().title() + " on "
                + run.workspace().target().name() + ", after " + Progress.elapsed(start));
        return exit.code();
    }

    private Changes applied(ClusterRun run, BoundPlan plan) {
        try {
            Path file = Files.createTempFile(run.workspace().folder(), "plan", ".json");
            try {
                Files.writeString(file, new ObjectMapper().writeValueAsString(plan.engine()));
                return run.engine(ClusterRun.progress(out))
                        .apply(file, plan.bound().state());
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

    private static String next(BoundPlan plan, Exit exit) {
        return exit == Exit.REFUSED
                ? "nothing was changed"
                : plan.environment() + " is between two releases: see what is left with ./facility promote "
                        + plan.from() + " " + plan.environment() + " --release "
                        + plan.release().release().number()
                        + ", which completes it, or go back with ./facility rollback "
                        + plan.environment();
    }

    private static void requireTimely(BoundPlan plan, Instant now) {
        if (now.isBefore(Instant.parse(plan.made()).minus(Readiness.CLOCK_SKEW))) {
            throw new RefusedException("the plan was made at " + plan.made()
                    + ", which is in the future of this machine's clock (" + now
                    + "): set the clock that is wrong; nothing was changed");
        }
        if (!now.isBefore(Instant.parse(plan.expires()))) {
            throw new RefusedException("the plan was good until " + plan.expires() + ", and it is " + now
                    + "; make it anew with: facility promote " + plan.from() + " " + plan.environment()
                    + " --plan FILE; nothing was changed");
        }
    }

    private static void requireOpenWindow(BoundPlan plan, ClusterRun run, Instant now) {
        var facility = run.checked().facility();
        var zone = ZoneId.of(facility.hub().timeZone());
        var window = facility.promotion().window();
        if (window.isPresent()
                && !window.get().isOpen(now, zone)
                && !plan.overrides().containsKey("window")) {
            throw new RefusedException(plan.environment() + " is changed only " + window.get() + " (" + zone
                    + "); the window opens next at " + window.get().nextOpening(now, zone)
                    + "; wait, or make a plan with a reason: --override window=REASON; nothing was changed");
        }
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
