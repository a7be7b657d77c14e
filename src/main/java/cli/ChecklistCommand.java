package cli;

import checklist.Checklist;
import checklist.KubernetesRelease;
import checklist.Subject;
import engine.Changes;
import engine.Urn;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import target.Identity;

/** Looks at what stands between an environment's cluster and its upgrade. */
@Command(
        name = "checklist",
        mixinStandardHelpOptions = true,
        description = {
            "Before an upgrade of the cluster or of a chart: check what can be checked, and print the rest as boxes.",
            "Changes nothing. Exit 1 if something that was looked at stands in the way."
        })
final class ChecklistCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Mixin
    OutputFile output;

    @Option(
            names = "--kubernetes",
            paramLabel = "VERSION",
            description = "The Kubernetes release to upgrade to (default: the one after the cluster's own)."
                    + " OKD 4.N is 1.(N+13).")
    Optional<String> kubernetes;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, json or markdown (default: ${DEFAULT-VALUE}).")
    Format format;

    @Spec
    CommandSpec spec;

    enum Format {
        TEXT,
        JSON,
        MARKDOWN
    }

    ChecklistCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        Optional<KubernetesRelease> wanted = kubernetes.map(this::release);
        var run = ClusterRun.ready(project, argument.environment, target.on);
        try (KubernetesClient client = Identity.client(run.workspace().target())) {
            KubernetesRelease upgradeTo = wanted.orElseGet(() -> current(client).next());
            var checklist = Checklist.of(new Subject(
                    run.checked().facility(),
                    objects(run),
                    client,
                    upgradeTo,
                    () -> drift(run),
                    Clock.systemUTC().instant()));
            output.write(text(run, upgradeTo, checklist));
            return checklist.clear() ? Exit.DONE.code() : Exit.FAILED.code();
        }
    }

    private String text(ClusterRun run, KubernetesRelease upgradeTo, Checklist checklist) {
        return switch (format) {
            case TEXT -> String.join("\n", ChecklistText.terminal(checklist)) + "\n";
            case MARKDOWN -> String.join("\n", ChecklistText.markdown(checklist)) + "\n";
            case JSON -> ChecklistJson.of(
                    argument.environment, run.workspace().target().name(), upgradeTo.toString(), checklist);
        };
    }

    private KubernetesRelease release(String text) {
        return KubernetesRelease.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--kubernetes: is no release, \"" + text + "\"; such as 1.36; correct it"));
    }

    private static KubernetesRelease current(KubernetesClient client) {
        var version = client.getKubernetesVersion();
        return KubernetesRelease.parse(version.getGitVersion()).orElseThrow();
    }

    private static List<kube.Declared> objects(ClusterRun run) {
        return run.checked().stacks().stream()
                .flatMap(stack -> stack.objects().stream())
                .toList();
    }

    /** What the engine finds when it only compares its state with the cluster. */
    private static List<String> drift(ClusterRun run) {
        Changes found = run.engine(event -> {}).refreshPreview();
        var lines = new ArrayList<String>();
        found.errors().forEach(error -> lines.add("could not be compared: " + error.message()));
        found.steps()
                .forEach(step -> lines.add(Urn.title(step.urn())
                        + (step.operation().equals("delete")
                                ? ": is gone"
                                : ": was changed"
                                        + (step.changed().isEmpty() ? "" : ": " + String.join(", ", step.changed())))));
        return lines;
    }
}
