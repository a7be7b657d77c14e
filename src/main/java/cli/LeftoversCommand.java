package cli;

import engine.CutOff;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import target.ListedObject;
import target.RefusedException;
import target.Removing;
import target.UnlistedException;

/** Shows what a run that was killed left on the cluster, and removes what nothing declares. */
@Command(
        name = "leftovers",
        mixinStandardHelpOptions = true,
        description = {
            "Show the facility's objects on a cluster that no state knows: a run that was killed had made them.",
            "What is still declared, the next up takes over; what is not, goes with --remove, but for what holds data."
        })
final class LeftoversCommand implements Callable<Integer> {
    private static final String REMOVE = "--remove";

    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(names = REMOVE, description = "Delete what nothing declares; what holds data stays, and is named.")
    boolean remove;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    LeftoversCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        if (yes && !remove) {
            throw new ParameterException(
                    spec.commandLine(), "--yes: nothing is removed; goes with " + REMOVE + "; add it, or leave it out");
        }
        var run = ClusterRun.ready(project, argument.environment, target.on);
        run.pulumi().selectOrInit();
        Leftovers found = look(run);
        var out = spec.commandLine().getOut();
        found.declared()
                .forEach(object -> out.println("declared, the next up takes it over: " + Leftovers.title(object)));
        found.forsaken()
                .forEach(object -> out.println((Leftovers.isKept(object)
                                ? "holds data, kept:                    "
                                : "nothing declares it:                 ")
                        + Leftovers.title(object)));
        if (found.declared().isEmpty() && found.forsaken().isEmpty()) {
            CutOff.of(run.workspace()).clear();
            out.println("nothing is left over on " + run.workspace().target().name());
        }
        out.flush();
        return remove ? removed(run, found) : Exit.DONE.code();
    }

    private static Leftovers look(ClusterRun run) {
        try {
            return Leftovers.look(run);
        } catch (UnlistedException | KubernetesClientException silent) {
            throw new RefusedException(
                    "what is left over on " + run.workspace().target().name() + " cannot be told: "
                            + silent.getMessage() + "; nothing was changed");
        }
    }

    private int removed(ClusterRun run, Leftovers found) {
        List<ListedObject> going = found.forsaken().stream()
                .filter(object -> !Leftovers.isKept(object))
                .toList();
        var out = spec.commandLine().getOut();
        if (going.isEmpty()) {
            out.println("there is nothing to remove");
            return Exit.DONE.code();
        }
        if (!yes && !Confirmation.given("Remove " + going.size() + " objects that nothing declares?")) {
            out.println("nothing was changed; to remove them without a question: " + REMOVE + " --yes");
            return Exit.REFUSED.code();
        }
        Removing.of(run.workspace().target(), going, object -> out.println("  delete " + Leftovers.title(object)));
        return Exit.DONE.code();
    }
}
