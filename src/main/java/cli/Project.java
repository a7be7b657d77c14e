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
    /** Names the project whose data folder a release's own program works on, checked out aside as it is. */
    static final String DATA_VARIABLE = "FACILITY_DATA";

    private final Path root;
    private final Path home;
    private final Toolchain toolchain;

    Project(Path root) {
        this(root, root);
    }

    /**
     * @param root whose files declare
     * @param home below which {@code .facility} lies: states, twins and what else belongs to this user
     */
    Project(Path root, Path home) {
        this.root = root;
        this.home = home;
        this.toolchain = new Toolchain(root, Cache.ofUser(), new Progress(System.err));
    }

    Path root() {
        return root;
    }

    /** The ignored data folder. */
    Path data() {
        return home.resolve(".facility");
    }

    /** Whether it is a release that was checked out aside, which works on another project's data. */
    boolean isAside() {
        return !home.equals(root);
    }

    Toolchain toolchain() {
        return toolchain;
    }

    Twin twin(Environment environment) {
        return new Twin(environment.key(), root, TwinFolder.of(home, environment.key()), toolchain);
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
        Path folder = TwinFolder.of(home, environment.key()).folder();
        var target = new Target(
                On.TWIN.nameFor(environment),
                twin(environment).kubeconfig(),
                Optional.empty(),
                folder.resolve("identity"),
                Optional.of(folder.resolve("secrets-seed")),
                Optional.empty());
        return new Workspace(root, data(), environment.key(), folder, target);
    }

    /** Its state is beside the twin's, unless PULUMI_BACKEND_URL names the team's backend. */
    private Workspace onCluster(Environment environment) {
        var named = NamedCluster.read(root, environment);
        Path folder = data().resolve(environment.key()).resolve("cluster-" + named.cluster());
        String kubeconfig = System.getenv().getOrDefault("FACILITY_AMBIENT_KUBECONFIG", "");
        var target = new Target(
                named.cluster(),
                Path.of(kubeconfig),
                Optional.of(named.context()),
                folder.resolve("identity"),
                Optional.empty(),
                Optional.of(named.uid()));
        return new Workspace(root, data(), environment.key(), folder, target);
    }
}
