package cli;

import engine.Changes;
import engine.EngineEvent;
import engine.EngineRun;
import engine.OpenState;
import engine.PulumiCommand;
import engine.StateFile;
import engine.Urn;
import engine.Workspace;
import facility.Environment;
import gate.Waiting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kube.Declared;
import kube.Definitions;
import stacks.CheckedFacility;
import stacks.Gates;
import stacks.GpuStack;
import stacks.gpu.LayoutChanges;
import target.Identity;
import target.LiveGpus;
import target.ReleasedVolumes;
import target.Rights;
import target.Rights.Touched;
import target.TargetKinds;
import toolchain.Program;

/**
 * Everything that must hold before the engine is started: a declaration without a fault, a target that answers and is
 * the one that the state belongs to, and serves every kind that is declared.
 */
final class ClusterRun {
    private final Project project;
    private final Workspace workspace;
    private final CheckedFacility checked;
    private final On on;
    private final RunState state;

    private ClusterRun(Project project, On on, Workspace workspace, CheckedFacility checked, RunState state) {
        this.project = project;
        this.on = on;
        this.workspace = workspace;
        this.checked = checked;
        this.state = state;
    }

    /**
     * Checks the declaration, starts the twin if it is the target and does not run, and verifies the target's identity,
     * the kinds that it serves and, on a real cluster, the rights on it.
     */
    static ClusterRun ready(Project project, Environment environment, On on) {
        return ready(project, environment, on, checked -> {}, Optional.empty());
    }

    /**
     * The same for a run that previews, after a judgement on the declaration alone: nothing is started if it throws. The state is
     * exported and compared with the cluster beside it where an earlier run left one.
     */
    static ClusterRun ready(Project project, Environment environment, On on, Consumer<CheckedFacility> judged) {
        // A cluster is named by the declaration, whose faults come first.
        Optional<RunState> ahead =
                on == On.TWIN ? ahead(project, project.workspace(environment, on)) : Optional.empty();
        return ready(project, environment, on, judged, ahead);
    }

    private static ClusterRun ready(
            Project project,
            Environment environment,
            On on,
            Consumer<CheckedFacility> judged,
            Optional<RunState> ahead) {
        try {
            var checked = project.checked(environment, on);
            judged.accept(checked);
            var workspace = project.workspace(environment, on);
            if (on == On.TWIN) {
                project.twin(environment).start(TwinSetting.of(checked.facility()));
            }
            Identity.verified(workspace.target());
            ahead.ifPresent(RunState::lookBeside);
            verify(workspace, on, checked);
            workspace.prepare();
            return new ClusterRun(project, on, workspace, checked, ahead.orElseGet(() -> state(project, workspace)));
        } catch (RuntimeException refused) {
            ahead.ifPresent(RunState::settle);
            throw refused;
        }
    }

    /** The state of an environment that was up before, whose export needs nothing that the declaration says. */
    private static Optional<RunState> ahead(Project project, Workspace workspace) {
        if (!workspace.isExportable()
                || project.toolchain().find(Program.PULUMI).isEmpty()) {
            return Optional.empty();
        }
        var state = state(project, workspace);
        state.exportBeside();
        return Optional.of(state);
    }

    private static RunState state(Project project, Workspace workspace) {
        return new RunState(() -> new PulumiCommand(workspace, project.toolchain()), workspace.target());
    }

    private static void verify(Workspace workspace, On on, CheckedFacility checked) {
        List<Declared> objects = checked.objects();
        TargetKinds.verify(workspace.target(), objects);
        if (on == On.CLUSTER) {
            workspace.requireSecretsKey();
            Rights.verify(workspace.target(), touched(objects), Definitions.of(objects));
        }
    }

    private static List<Touched> touched(List<Declared> objects) {
        return objects.stream()
                .map(object ->
                        new Touched(object.object().getApiVersion(), object.kind(), object.namespace(), object.patch()))
                .distinct()
                .toList();
    }

    CheckedFacility checked() {
        return checked;
    }

    Workspace workspace() {
        return workspace;
    }

    ReleasedVolumes releasedVolumes() {
        return ReleasedVolumes.of(workspace.target(), checked.objects());
    }

    LayoutChanges layoutChanges() {
        var nodes = checked.facility().cluster().nodePools().stream()
                .filter(pool -> pool.gpu().isPresent())
                .flatMap(pool -> GpuStack.nodeNames(pool).stream())
                .collect(Collectors.toSet());
        return LayoutChanges.of(checked.facility(), LiveGpus.of(workspace.target(), nodes));
    }

    /** With the engine reading each object first. */
    EngineRun engine(Consumer<EngineEvent> watcher) {
        var pulumi = pulumi();
        pulumi.selectOrInit();
        return engine(pulumi, watcher);
    }

    private EngineRun engine(PulumiCommand pulumi, Consumer<EngineEvent> watcher) {
        return new EngineRun(pulumi, new OneProcess(workspace, pulumi, checked), watcher);
    }

    /** With the engine reading each object first unless a look at the cluster shows now that it need not. */
    EngineRun engineAsNeeded(Consumer<EngineEvent> watcher) {
        pulumi().selectOrInit();
        return engine(state(project, workspace).isUnmoved(), watcher);
    }

    private EngineRun engine(boolean unmoved, Consumer<EngineEvent> watcher) {
        return engine(unmoved ? pulumi().withoutRefresh() : pulumi(), watcher);
    }

    /**
     * What up would change, and what the rules say of it.
     *
     * @param changes what the engine and the rules found
     * @param found what it was found in, where the engine was shown no more than what differs
     */
    record Previewed(Changes changes, Optional<DifferingPreview.Found> found) {}

    Previewed preview() {
        pulumi().selectOrInit();
        if (state.isUnmoved()) {
            var judge = new PolicyGate(project, on).judge(checked);
            var losses = new Losses(judge);
            var found = new DifferingPreview(this, judge)
                    .of(state.export())
                    .map(part -> part.with(losses.judged(LiveQuotas.in(part.changes(), workspace.target()))))
                    .filter(part -> !part.changes().policyViolated());
            if (found.isPresent()) {
                return new Previewed(found.get().changes(), found);
            }
        }
        return new Previewed(previewByEngine(), Optional.empty());
    }

    /**
     * Brings up what a preview showed: no more than what it found to differ, if the cluster is as the state has it.
     *
     * @param now whether the look that this run took at its beginning will not do: somebody was asked since, or it changed something
     */
    Changes up(Previewed shown, boolean now, Consumer<EngineEvent> watcher) {
        boolean unmoved = (now ? state(project, workspace) : state).isUnmoved();
        return shown.found()
                .filter(found -> unmoved && isAppliedInPart(found))
                .map(found -> up(found, watcher))
                .orElseGet(() -> engine(unmoved, watcher).up());
    }

    /** A gate waits for what comes before it, whether or not that changes. */
    private boolean isAppliedInPart(DifferingPreview.Found found) {
        return !found.part().differing().isEmpty()
                && !found.part().makesProvider()
                && Gates.of(checked).isEmpty();
    }

    private Changes up(DifferingPreview.Found found, Consumer<EngineEvent> watcher) {
        var pulumi = pulumi().withoutRefresh();
        var applied = found.part().applied();
        return new EngineRun(pulumi, Replaying.on(pulumi, applied.registrations()), watcher)
                .up(applied.targets(), found.written())
                .with(found.changes().policies());
    }

    /** The same, with the engine comparing every resource. */
    Changes previewByEngine() {
        return previewed(EngineRun::preview);
    }

    /** The same, keeping the engine's plan of it. */
    Changes preview(Path plan) {
        return previewed(engine -> engine.preview(plan));
    }

    private Changes previewed(Function<EngineRun, Changes> preview) {
        pulumi().selectOrInit();
        boolean unmoved = state.isUnmoved();
        var found = preview.apply(engine(unmoved, event -> {}));
        return losses().judged(unmoved ? LiveQuotas.in(found, workspace.target()) : found);
    }

    /** Whether everything was certainly as the state held it when the run looked. */
    boolean isUnmoved() {
        return state.isUnmoved();
    }

    /** As the run found it. */
    OpenState state() {
        return state.export().state();
    }

    Losses losses() {
        return new Losses(new PolicyGate(project, on).judge(checked));
    }

    PulumiCommand pulumi() {
        return new PulumiCommand(workspace, project.toolchain());
    }

    /** What the state still holds and the engine will not remove, by kind and name. */
    List<String> protectedNames() {
        return StateFile.of(pulumi()).protectedResources();
    }

    /** Prints a line for each object as it is done. */
    static Consumer<EngineEvent> progress(PrintWriter out) {
        return event -> {
            if (event instanceof EngineEvent.StepDone done
                    && !done.planned()
                    && done.step().changes()) {
                out.println("  " + done.step().operation() + " "
                        + Urn.title(done.step().urn()));
                out.flush();
            } else if (event instanceof EngineEvent.StepFailed failed) {
                out.println("  failed: " + failed.step().operation() + " "
                        + Urn.title(failed.step().urn()));
                out.flush();
            } else if (event instanceof EngineEvent.Diagnostic said && Waiting.isSaidBy(said.message())) {
                out.println("  " + said.message());
                out.flush();
            }
        };
    }
}
