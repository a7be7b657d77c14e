package cli;

import engine.EngineEvent;
import engine.EngineRun;
import engine.PulumiCommand;
import engine.StateFile;
import engine.Workspace;
import facility.Environment;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import target.Identity;

/**
 * Everything that must hold before the engine is started: a declaration without a fault, a target that answers and is
 * the one that the state belongs to.
 */
final class ClusterRun {
    private final Project project;
    private final Workspace workspace;

    private ClusterRun(Project project, Workspace workspace) {
        this.project = project;
        this.workspace = workspace;
    }

    /** Checks the declaration, starts the twin if it does not run, and verifies the target's identity. */
    static ClusterRun ready(Project project, Environment environment) {
        var facility = project.checked(environment);
        project.twin(environment).start(TwinSetting.of(facility));
        var workspace = project.workspace(environment);
        Identity.verified(workspace.target());
        workspace.prepare();
        return new ClusterRun(project, workspace);
    }

    Workspace workspace() {
        return workspace;
    }

    EngineRun engine(Consumer<EngineEvent> watcher) {
        var pulumi = new PulumiCommand(workspace, project.toolchain());
        pulumi.selectOrInit();
        return new EngineRun(pulumi, watcher);
    }

    /** What the state still holds and the engine will not remove, by kind and name. */
    List<String> protectedNames() {
        return StateFile.of(new PulumiCommand(workspace, project.toolchain())).protectedResources();
    }

    /** Prints a line for each object as it is done. */
    static Consumer<EngineEvent> progress(PrintWriter out) {
        return event -> {
            if (event instanceof EngineEvent.StepDone done && done.step().changes()) {
                out.println("  " + done.step().operation() + " " + ChangeText.title(done.step()));
                out.flush();
            } else if (event instanceof EngineEvent.StepFailed failed) {
                out.println("  failed: " + failed.step().operation() + " " + ChangeText.title(failed.step()));
                out.flush();
            }
        };
    }
}
