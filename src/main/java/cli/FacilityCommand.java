package cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The top of the command line: only its parts. */
@Command(
        name = "facility",
        version = "facility " + FacilityCommand.VERSION,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "An analysis facility declared as typed stacks: check it, rehearse it on this machine, bring it up.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            CapacityCommand.class,
            ObjectsCommand.class,
            DiffCommand.class,
            DifferencesCommand.class,
            ChecklistCommand.class,
            HealthCommand.class,
            ImagesCommand.class,
            PolicyCommand.class,
            PreviewCommand.class,
            RenderCommand.class,
            PostCommand.class,
            DriftCommand.class,
            UpCommand.class,
            DownCommand.class,
            ReleasesCommand.class,
            PromoteCommand.class,
            ApplyCommand.class,
            RollbackCommand.class,
            LocksCommand.class,
            LeftoversCommand.class,
            RehearseCommand.class,
            TwinCommand.class,
            EnvCommand.class,
            DoctorCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        },
        footerHeading = "%nBegin with:%n",
        footer = {
            "  facility up dev              the whole facility on this machine",
            "  facility preview dev         what a change would do",
            "  facility twin delete dev     and nothing is left of it"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage, or a faulty declaration",
            "3:a policy forbids it",
            "4:refused for safety (identity, protection, lock); nothing was changed"
        })
final class FacilityCommand {
    static final String VERSION = "0.1.0";
}
