package cli;

import change.ChangeSet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import promotion.BoundPlan;
import promotion.BoundPlanJson;
import promotion.ImageConditions;
import promotion.Readiness;
import release.Digest;
import release.SignedRelease;
import release.SigningKey;
import target.Identity;
import target.RefusedException;

/** Makes bound plans, with the release's own program. */
final class Planning {
    /** A working day: what nobody applied by then was not urgent, and is looked at again. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final Project project;
    private final On on;
    private final PrintWriter out;
    private final ReportOutput report;
    private final BeforeChange before;
    private final Clock clock = Clock.systemUTC();

    /** @param before tells what it is to be done again for, where a cluster does not answer */
    Planning(Project project, On on, PrintWriter out, ReportOutput report, BeforeChange before) {
        this.project = project;
        this.on = on;
        this.out = out;
        this.report = report;
        this.before = before;
    }

    /**
     * What a release would change in another environment.
     *
     * @throws RefusedException when it may not leave the one that ran it
     */
    BoundPlan promotion(SignedRelease chosen, Environment from, Environment to, Map<String, String> overrides) {
        return before.look(() -> promotionOf(chosen, from, to, overrides));
    }

    private BoundPlan promotionOf(
            SignedRelease chosen, Environment from, Environment to, Map<String, String> overrides) {
        var checked = project.checked(to, on);
        var promotion = checked.facility().promotion();
        if (promotion.from().filter(from::equals).isEmpty()) {
            throw new RefusedException(
                    to.key() + " takes nothing from " + from.key() + "; facility:promotion.from of Pulumi."
                            + to.key() + ".yaml names "
                            + promotion.from().map(Environment::key).orElse("no environment"));
        }
        requireAnswering(to);
        say("release " + chosen.release().title() + " (" + Digest.brief(chosen.digest()) + ") of commit "
                + Digest.brief(chosen.release().commit()) + ", made "
                + chosen.release().made() + " by "
                + chosen.release().by());
        var readiness = Readiness.of(
                chosen.release(),
                new SourceLook(project, on, clock).of(from, to, checked),
                promotion.soak(),
                clock.instant());
        readiness.conditions().forEach(condition -> say(ConditionText.line(condition, overrides)));
        readiness.require(overrides);
        return plan(chosen, from, to, overrides);
    }

    /**
     * What it takes to go back to a release that ran here before.
     *
     * @throws RefusedException when data would go back, and no reason is given
     */
    BoundPlan rollback(SignedRelease chosen, Environment from, Environment to, Map<String, String> overrides) {
        return before.look(() -> rollbackOf(chosen, from, to, overrides));
    }

    private BoundPlan rollbackOf(
            SignedRelease chosen, Environment from, Environment to, Map<String, String> overrides) {
        requireAnswering(to);
        var conditions =
                ImageConditions.of(chosen.release(), RegistryLook.ofUser().found(on, project.checked(to, on)));
        conditions.forEach(condition -> say(ConditionText.line(condition, overrides)));
        ImageConditions.require(conditions, overrides);
        var plan = plan(chosen, from, to, overrides);
        var data = plan.changes().changes().stream()
                .filter(change -> change.wasProtected() || change.isProtected())
                .map(change -> change.stack() + "/" + change.name())
                .toList();
        if (!data.isEmpty() && !overrides.containsKey("data")) {
            throw new RefusedException("data-bearing objects would go back: " + String.join(", ", data)
                    + "; look at them above, and give a reason: --override data=REASON; nothing was changed");
        }
        return plan;
    }

    /** Minutes go by with looks at other things; a twin is started where it is needed. */
    private void requireAnswering(Environment to) {
        if (on == On.CLUSTER) {
            Identity.verified(project.workspace(to, on).target());
        }
    }

    /** The preview of a release for an environment, with everything that it stands on. */
    BoundPlan plan(SignedRelease release, Environment from, Environment to, Map<String, String> overrides) {
        say("what changes in " + to.key() + ":");
        var run = ClusterRun.ready(project, to, on, new PolicyGate(project, on)::requireKept);
        var now = new BoundNow(project, run).look();
        var seen = preview(run, to);
        report.write(seen.changes());
        if (seen.changes().exitCode() != Exit.DONE.code()) {
            throw new PlanRefusedException(seen.changes().exitCode());
        }
        Instant made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new BoundPlan(
                to.key(),
                from.key(),
                release,
                overrides,
                now,
                seen.changes(),
                seen.engine(),
                made.toString(),
                made.plus(LIFE).toString(),
                ReleaseRecord.user());
    }

    /** A preview, and the engine's plan of it. */
    private record Seen(ChangeSet changes, JsonNode engine) {}

    private Seen preview(ClusterRun run, Environment to) {
        try {
            Path file = Files.createTempFile(run.workspace().folder(), "plan", ".json");
            try {
                var changes = BeforeChange.answered(run.preview(file));
                var set = new ClusterPreview(run, new ReportOrigin(project, to, clock))
                        .of(changes, run.releasedVolumes());
                JsonNode engine = Files.size(file) == 0
                        ? new ObjectMapper().createObjectNode()
                        : new ObjectMapper().readTree(file.toFile());
                return new Seen(set, engine);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(BoundPlan plan, Path file) {
        try {
            Files.writeString(file, BoundPlanJson.write(plan, SigningKey.ofEnvironment(System.getenv())));
        } catch (IOException e) {
            throw new RefusedException("--plan " + file + " cannot be written: " + e.getMessage());
        }
        say("plan " + Digest.brief(BoundPlanJson.digest(plan)) + " is in " + file + ", good until " + plan.expires()
                + "; apply it with: facility apply " + plan.environment() + " " + file);
    }

    /** The plan at once, if the person at the terminal says so. */
    int applied(BoundPlan plan, boolean yes) {
        if (!yes && !Confirmation.given("Bring this to " + plan.environment() + "?")) {
            say("nothing was changed; without a question: --yes; as a file to approve: --plan FILE");
            return Exit.REFUSED.code();
        }
        return new Applying(project, on, out, before).apply(plan);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
