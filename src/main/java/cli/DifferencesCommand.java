package cli;

import config.FaultyDeclarationException;
import facility.Environment;
import java.util.concurrent.Callable;
import ledger.Ledger;
import ledger.LedgerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in which values environments are meant to differ, and refuses the others. */
@Command(
        name = "differences",
        mixinStandardHelpOptions = true,
        description = {
            "Show in which values two environments differ, and why each is meant to: " + Ledger.FILE + ".",
            "A difference that is not declared there is exit 2, with both places; an entry for which nothing differs",
            "is shown as stale. No cluster, no engine. What objects that comes to: facility diff."
        })
final class DifferencesCommand implements Callable<Integer> {
    private final Project project;

    @Parameters(
            index = "0",
            paramLabel = "ENV",
            description = "The environment to compare with, such as dev.",
            converter = EnvironmentArgument.Converter.class)
    Environment first;

    @Parameters(
            index = "1",
            paramLabel = "OTHER",
            description = "The environment that is compared, such as prod.",
            converter = EnvironmentArgument.Converter.class)
    Environment second;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    @Mixin
    OutputFile output;

    @Spec
    CommandSpec spec;

    DifferencesCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        if (first == second) {
            throw new ParameterException(
                    spec.commandLine(),
                    "OTHER: is the same environment, \"" + second.key() + "\"; another one; name the one to compare");
        }
        output.refuseUnwritable();
        LedgerReport report = new LedgerCheck(project).of(first, second, On.CLUSTER);
        output.write(
                switch (format) {
                    case TEXT -> LedgerText.of(report, first, second);
                    case JSON -> LedgerJson.of(report, first, second);
                });
        if (!report.undeclared().isEmpty()) {
            throw new FaultyDeclarationException(Ledger.FILE, report.undeclared());
        }
        return Exit.DONE.code();
    }
}
