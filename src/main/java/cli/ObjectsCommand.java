package cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kube.ObjectFields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import stacks.CheckedFacility;
import stacks.Stack;

/** Prints what a declaration comes to. */
@Command(
        name = "objects",
        mixinStandardHelpOptions = true,
        description = {
            "Print the objects that an environment declares, without a cluster and without the engine.",
            "Secrets stand as the names of their values."
        })
final class ObjectsCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Mixin
    OutputFile output;

    @Option(names = "--stack", paramLabel = "NAME", description = "Of this stack only.")
    Optional<String> stack;

    @Option(
            names = "--format",
            defaultValue = "yaml",
            description = "yaml, as kubectl takes it, or json, with each object's stack (default: ${DEFAULT-VALUE}).")
    Format format;

    @Spec
    CommandSpec spec;

    enum Format {
        YAML,
        JSON
    }

    ObjectsCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        var checked = project.checked(argument.environment, target.on);
        var chosen = new CheckedFacility(checked.facility(), chosen(checked.stacks()), checked.leases());
        output.write(
                switch (format) {
                    case YAML -> chosen.objects().stream()
                            .map(object -> ObjectFields.yaml(object.object()))
                            .collect(Collectors.joining());
                    case JSON -> Rendered.json(Rendered.of(chosen));
                });
        return Exit.DONE.code();
    }

    private List<Stack> chosen(List<Stack> stacks) {
        if (stack.isEmpty()) {
            return stacks;
        }
        var named =
                stacks.stream().filter(each -> each.name().equals(stack.get())).toList();
        if (named.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--stack: there is no stack \"" + stack.get() + "\"; there are "
                            + stacks.stream().map(Stack::name).collect(Collectors.joining(", ")));
        }
        return named;
    }
}
