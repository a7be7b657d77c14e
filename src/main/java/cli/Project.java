package cli;

import engine.Workspace;
import facility.Environment;
import facility.Facility;
import java.nio.file.Path;
import java.util.Optional;
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
     * The environment's declaration.
     *
     * @throws FaultyDeclarationException with all faults
     */
    Facility checked(Environment environment) {
        return facility.SharedFacility.of(environment);
    }

    Workspace workspace(Environment environment) {
        Path folder = TwinFolder.of(root, environment.key()).folder();
        var target = new Target("twin/" + environment.key(), twin(environment).kubeconfig(), Optional.empty(),
                folder.resolve("identity"));
        return new Workspace(root, environment.key(), folder, target);
    }
}
