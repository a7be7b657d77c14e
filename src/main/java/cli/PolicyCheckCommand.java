package cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import policy.Judged.Judgement;

/** Judges a declaration, or a state, without cluster and engine. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judge what an environment declares, or an exported state of it, by its policies.",
            "Needs no cluster and no engine. Exit 3 if a mandatory rule is broken."
        })
final class PolicyCheckCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Mixin
    OutputFile output;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Judge this state, the output of pulumi stack export, instead of the declaration.")
    Optional<Path> state;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, json, junit or sarif (default: ${DEFAULT-VALUE}).")
    Format format;

    enum Format {
        TEXT,
        JSON,
        JUNIT,
        SARIF
    }

    PolicyCheckCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        var checked = project.checked(argument.environment, target.on);
        var gate = new PolicyGate(project, target.on);
        List<Judgement> judged = state.isPresent()
                ? gate.judge(checked).everything(StateResources.of(state.get()))
                : gate.judged(checked);
        var report = new PolicyReport(argument.environment, judged);
        output.write(
                switch (format) {
                    case TEXT -> PolicyText.of(report);
                    case JSON -> PolicyJson.of(report);
                    case JUNIT -> PolicyJunit.of(report);
                    case SARIF -> PolicySarif.of(report, new FindingPlace(project.root(), argument.environment));
                });
        return report.violations().isEmpty() ? Exit.DONE.code() : Exit.POLICY.code();
    }
}
