package cli;

import picocli.CommandLine.Option;

/** Which of an environment's two targets a command is for. */
enum On {
    /** The control plane on this machine. */
    TWIN,
    /** The real cluster that {@code facility:target} names. */
    CLUSTER;

    /** The option that all commands which touch a target share. */
    static final class Choice {
        @Option(
                names = "--on",
                paramLabel = "TARGET",
                defaultValue = "twin",
                description = "twin, or cluster: the real one that facility:target of the environment's file names"
                        + " (default: ${DEFAULT-VALUE}).")
        On on;
    }
}
