package cli;

import change.Masks;
import engine.Changes;
import engine.CutOff;
import io.fabric8.openshift.api.model.Route;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kube.Declared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import preview.PolicyResults;
import release.Digest;
import report.TextReport;
import stacks.CheckedFacility;
import stacks.GpuStack;
import target.MigStates;
import target.RefusedException;
import toolchain.Progress;
import twin.Twin;

/** Brings an environment up. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Show what would change, ask, and bring the environment up, on its twin unless --on cluster.")
final class UpCommand implements Callable<Integer> {
    private static final Duration MIG_PATIENCE = Duration.ofSeconds(10);

    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Option(
            names = "--unreleased",
            paramLabel = "REASON",
            description = "On a real cluster: change an environment that takes releases from another all the same; the"
                    + " reason is recorded.")
    Optional<String> unreleased = Optional.empty();

    @Spec
    CommandSpec spec;

    UpCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var start = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        var run = ClusterRun.ready(project, argument.environment, target.on, this::requireAllowed);
        var previewed = run.preview();
        Changes preview = previewed.changes();
        var origin = new ReportOrigin(project, argument.environment, Clock.systemUTC());
        var released = run.releasedVolumes();
        ReportOutput.lines(new ClusterPreview(run, origin).of(preview, released))
                .forEach(out::println);
        out.flush();
        // The state may be behind the cluster though nothing is left to change there: after a run that was cut off, or
        // where
        // another hand wrote what is declared. Until it is not, each run reads every object.
        boolean behind = CutOff.of(run.workspace()).stands() || !run.isUnmoved();
        if (RunVerdict.of(preview) != Exit.DONE || (preview.none() && released.none() && !behind)) {
            return finish(run, preview, start, out);
        }
        if (!yes && !Confirmation.given("Bring " + argument.environment.key() + " up?")) {
            out.println("nothing was changed; to bring it up without a question: --yes");
            return Exit.REFUSED.code();
        }
        released.makeAvailable();
        Changes changes = run.up(previewed, !yes || !released.none(), ClusterRun.progress(out));
        changes.errors().forEach(error -> out.println("error: " + error.message()));
        PolicyResults.of(changes, Masks.none()).stream().map(TextReport::line).forEach(out::println);
        if (RunVerdict.of(changes) == Exit.FAILED) {
            new LiftedGates(run).lines().forEach(out::println);
        }
        return finish(run, changes, start, out);
    }

    /** What is promoted to is changed by promotions; a rehearsal on a twin may do as it likes. */
    private void requireAllowed(CheckedFacility checked) {
        var from = checked.facility().promotion().from();
        String environment = argument.environment.key();
        if (target.on == On.CLUSTER
                && from.isPresent()
                && unreleased.filter(reason -> !reason.isBlank()).isEmpty()) {
            throw new RefusedException(environment + " gets what ran in "
                    + from.get().key() + ": ./facility promote "
                    + from.get().key() + " " + environment + " --on cluster; to change it from this work tree all the"
                    + " same: --unreleased REASON; nothing was changed");
        }
        new PolicyGate(project, target.on).requireKept(checked);
    }

    private int finish(ClusterRun run, Changes changes, Instant start, PrintWriter out) {
        Exit exit = RunVerdict.of(changes);
        if (exit == Exit.DONE && layoutFailed(run, out)) {
            exit = Exit.FAILED;
        }
        if (exit != Exit.DONE) {
            ended(out);
        }
        if (exit == Exit.DONE) {
            Leftovers.settled(run).forEach(out::println);
            recordRelease(run, changes, out);
            out.println(argument.environment.key() + " is up on "
                    + run.workspace().target().name() + ", after " + Progress.elapsed(start) + ": "
                    + Inventory.of(run.checked()));
            addresses(run).forEach(address -> out.println("open it:    " + address));
            out.println("look at it: kubectl --kubeconfig "
                    + run.workspace().target().kubeconfig()
                    + run.workspace()
                            .target()
                            .context()
                            .map(name -> " --context " + name)
                            .orElse("")
                    + " get pods --all-namespaces");
        }
        return exit.code();
    }

    /** What ran from a commit can be promoted; what ran from a tree that nobody else has, cannot. */
    private void recordRelease(ClusterRun run, Changes changes, PrintWriter out) {
        var tree = GitTree.tracked(project.root());
        if (tree.commit().isEmpty() || tree.dirty()) {
            out.println("no release:  "
                    + (tree.dirty()
                            ? "the work tree holds changes that are in no commit"
                            : "no git repository holds this folder"));
            return;
        }
        var release = new ReleaseRecord(project, run, target.on, Clock.systemUTC())
                .write(
                        tree.commit(),
                        new LiveHealth(run).outcome(),
                        ReleaseRecord.policy(PolicyResults.of(changes, Masks.none())),
                        unreleased.map(reason -> Map.of("unreleased", reason)).orElse(Map.of()),
                        Optional.empty());
        out.println("release:     " + release.release().title() + " (" + Digest.brief(release.digest()) + ") of commit "
                + Digest.brief(tree.commit()));
        RegistryLook.withoutDigest(target.on, release.release()).ifPresent(out::println);
    }

    /** Without one of the twin's parts the engine waits in vain, and only says for what. */
    private void ended(PrintWriter out) {
        if (target.on == On.TWIN) {
            project.twin(argument.environment).status().stream()
                    .filter(part -> part.state() == Twin.State.DIED)
                    .forEach(part -> out.println("error: the twin's " + part.name() + " ended meanwhile; see "
                            + part.log() + "; the next up starts it again"));
        }
    }

    /** The engine is content once a node has its label; whether its cards could be cut, only the MIG manager says. */
    private static boolean layoutFailed(ClusterRun run, PrintWriter out) {
        var patched = run.checked().stacks().stream()
                .flatMap(stack -> stack.objects().stream())
                .filter(object -> object.patch() && object.kind().equals("Node"))
                .filter(object -> object.object().getMetadata().getLabels().containsKey(GpuStack.LAYOUT_LABEL))
                .map(Declared::name)
                .toList();
        var unsettled = MigStates.await(run.workspace().target(), patched, MIG_PATIENCE);
        unsettled.forEach(each -> out.println((each.failed() ? "error: " : "not settled yet: ")
                + each
                + (each.failed()
                        ? "; the card cannot hold it, or is in use: see the log of nvidia-mig-manager on that node"
                        : "; a node that reboots for it takes minutes")));
        return unsettled.stream().anyMatch(MigStates.Unsettled::failed);
    }

    /** Where its Routes lead; on a twin nothing listens there, which the line says. */
    private List<String> addresses(ClusterRun run) {
        String played =
                target.on == On.TWIN ? "  (admitted by the twin's router; nothing listens on this machine)" : "";
        return run.checked().stacks().stream()
                .flatMap(stack -> stack.objects().stream())
                .map(Declared::object)
                .filter(Route.class::isInstance)
                .map(route -> "https://" + ((Route) route).getSpec().getHost() + played)
                .toList();
    }
}
