package cli;

import config.FaultyDeclarationException;
import config.NamedCluster;
import engine.Workspace;
import facility.Environment;
import java.nio.file.Path;
import java.util.Optional;
import stacks.CheckedFacility;
import target.Target;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;
import twin.Twin;
import twin.TwinFolder;

/** The project's folder and what commands make from it. */
final class Project {
    private final Path root;
    private final Toolchain toolchain;

    Project(Path root) {
        this.root = root;
        this.toolchain = new Toolchain(root, Cache.ofUser(), new Progress(System.err));
    }

    Path root() {
        return root;
    }

    Toolchain toolchain() {
        return toolchain;
    }

    Twin twin(Environment environment) {
        return new Twin(environment.key(), root, toolchain);
    }

    /**
     * The environment's declaration, with the stacks made from it.
     *
     * @throws FaultyDeclarationException with all faults
     */
    CheckedFacility checked(Environment environment, On on) {
        return CheckedFacility.read(root, environment, on == On.TWIN);
    }

    /** Where a run works: on the twin unless the user names the environment's real cluster. */
    Workspace workspace(Environment environment, On on) {
        return on == On.TWIN ? onTwin(environment) : onCluster(environment);
    }

    private Workspace onTwin(Environment environment) {
        Path folder = TwinFolder.of(root, environment.key()).folder();
        var target = new Target(
                On.TWIN.nameFor(environment),
                twin(environment).kubeconfig(),
                Optional.empty(),
                folder.resolve("identity"),
                Optional.of(folder.resolve("secrets-seed")),
                Optional.empty());
        return new Workspace(root, environment.key(), folder, target);
    }

    /** Its state is beside the twin's, unless PULUMI_BACKEND_URL names the team's backend. */
    private Workspace onCluster(Environment environment) {
        var named = NamedCluster.read(root, environment);
        Path folder = root.resolve(".facility").resolve(environment.key()).resolve("cluster-" + named.cluster());
        String kubeconfig = System.getenv().getOrDefault("FACILITY_AMBIENT_KUBECONFIG", "");
        var target = new Target(
                named.cluster(),
                Path.of(kubeconfig),
                Optional.of(named.context()),
                folder.resolve("identity"),
                Optional.empty(),
                Optional.of(named.uid()));
        return new Workspace(root, environment.key(), folder, target);
    }
}
