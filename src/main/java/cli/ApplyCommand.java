package cli;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import promotion.BoundPlan;
import promotion.BoundPlanJson;
import release.TrustedKeys;
import report.Palette;
import report.ReportFormat;
import target.RefusedException;

/** Applies a plan that was approved. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Apply a plan that facility promote wrote and somebody approved: exactly that, or nothing.",
            "Refused with exit 4 when anything moved since: the state, the cluster, the rules, the release, a change by",
            "hand, or the time that it was good for."
        })
final class ApplyCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Parameters(index = "1", paramLabel = "PLAN", description = "The plan's file.")
    Path file;

    @Mixin
    On.Choice target;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    ApplyCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        BoundPlan plan = read();
        if (!project.isAside()) {
            out.print(ReportFormat.TEXT.of(plan.changes(), Palette.PLAIN));
            out.flush();
            if (!yes && !Confirmation.given("Bring this to " + plan.environment() + "?")) {
                out.println("nothing was changed; without a question: --yes");
                return Exit.REFUSED.code();
            }
            return new ReleaseProgram(project).run(plan.release().release().commit(), words());
        }
        var before = new BeforeChange(
                "./facility apply " + plan.environment() + " " + file + ", which is good until " + plan.expires());
        return new Applying(project, target.on, out, before).apply(plan);
    }

    private BoundPlan read() {
        Environment environment = argument.environment;
        try {
            var keys = TrustedKeys.of(ChosenRelease.keysOf(project, environment, target.on));
            var plan = BoundPlanJson.read(file.toString(), Files.readString(file), keys);
            plan.release().verify(keys);
            if (!plan.environment().equals(environment.key())) {
                throw new RefusedException(file + " is a plan for " + plan.environment() + ", not for "
                        + environment.key() + "; nothing was changed");
            }
            return plan;
        } catch (IOException unreadable) {
            throw new RefusedException(file + " cannot be read; make a plan with: facility promote dev "
                    + environment.key() + " --plan " + file);
        }
    }

    private List<String> words() {
        return new ArrayList<>(List.of(
                "apply",
                argument.environment.key(),
                file.toAbsolutePath().toString(),
                "--on",
                target.on.word(),
                "--yes"));
    }
}
