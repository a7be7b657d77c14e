package cli;

import facility.Environment;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which of an environment's two targets a command is for. */
enum On {
    /** The control plane on this machine. */
    TWIN,
    /** The real cluster that {@code facility:target} names. */
    CLUSTER;

    /** What it is called before anybody has asked it for its name. */
    String nameFor(Environment environment) {
        return this == TWIN ? "twin/" + environment.key() : "the cluster of " + environment.key();
    }

    /** As the option takes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

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
