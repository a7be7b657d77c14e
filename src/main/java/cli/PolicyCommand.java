package cli;

import picocli.CommandLine.Command;

/** The rules without the engine. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Ask the facility's policies without the engine; list them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyCheckCommand.class, PolicyListCommand.class})
final class PolicyCommand {}
