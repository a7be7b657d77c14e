package cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import policies.FacilityPack;
import policy.About;

/** Says which rules there are. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the rules: id, level, what holds.")
final class PolicyListCommand implements Callable<Integer> {
    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (format == TextOrJson.JSON) {
            out.print(PolicyJson.rules());
        } else {
            for (About about : FacilityPack.abouts()) {
                out.printf(
                        "%-30s %-10s %-9s %s%n",
                        about.id(), about.level().key(), about.severity().key(), about.what());
            }
        }
        out.flush();
        return Exit.DONE.code();
    }
}
