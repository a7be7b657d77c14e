package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import toolchain.Alone;
import toolchain.FolderTree;
import toolchain.Toolchain;
import twin.Ports.Use;

/**
 * A real Kubernetes control plane for one environment on this machine: etcd, API server, controller manager, scheduler
 * and KWOK, which plays the nodes. Everything listens on loopback and identifies itself with a certificate of the
 * twin's own authority. Starting it twice is starting it once; a part that died is started again,
 * and one whose port is somebody else's by now gets another.
 */
public final class Twin {
    private final String environment;
    private final Path root;
    private final TwinFolder folder;
    private final Toolchain toolchain;
    private final IntPredicate free;

    /** @param root the project's folder, below which the twin keeps its own */
    public Twin(String environment, Path root, Toolchain toolchain) {
        this(environment, root, TwinFolder.of(root, environment), toolchain);
    }

    /**
     * @param root the folder of the program that the twin runs
     * @param folder where it keeps its own, in this project or in another
     */
    public Twin(String environment, Path root, TwinFolder folder, Toolchain toolchain) {
        this(environment, root, folder, toolchain, Listening::free);
    }

    /** @param free whether a component could listen on a port */
    Twin(String environment, Path root, TwinFolder folder, Toolchain toolchain, IntPredicate free) {
        this.environment = environment;
        this.root = root;
        this.folder = folder;
        this.toolchain = toolchain;
        this.free = free;
    }

    /** How one component is doing. */
    public enum State {
        RUNNING,
        STOPPED,
        DIED
    }

    /** A component with its state and, when it runs, its process id. */
    public record Part(String name, State state, long pid, Path log) {}

    public Path kubeconfig() {
        return folder.kubeconfig();
    }

    public TwinFolder folder() {
        return folder;
    }

    public boolean running() {
        return status().stream().allMatch(part -> part.state() == State.RUNNING);
    }

    public List<Part> status() {
        var parts = new ArrayList<Part>();
        for (Component component : Component.values()) {
            Child child = child(component);
            var running = child.running();
            State state = running.isPresent() ? State.RUNNING : child.died() ? State.DIED : State.STOPPED;
            parts.add(new Part(
                    component.title(), state, running.map(ProcessHandle::pid).orElse(-1L), component.log(folder)));
        }
        return List.copyOf(parts);
    }

    /**
     * Starts what does not run, waits until the control plane answers, and gives it the setting's nodes. Two commands that
     * find it down at once start it once.
     */
    public void start(Setting setting) {
        PrivateFiles.folder(folder.folder());
        Alone.with(folder.folder().resolve("start.lock"), () -> {
            startAlone(setting);
            return true;
        });
    }

    private void startAlone(Setting setting) {
        endOrphans();
        var pki = new Pki(folder.pki());
        if (!pki.exists()) {
            pki.create();
        }
        // All builds first: a control plane that waits a quarter of an hour for its scheduler helps nobody.
        for (Component component : Component.values()) {
            component.program().ifPresent(toolchain::resolve);
        }
        endOutdatedPlayers(setting.script().json());
        PrivateFiles.write(folder.script(), setting.script().json());
        forgetTheDead();
        new Startup(folder, toolchain, this::child, free)
                .run(pki, this::program, ports -> writeConfiguration(ports, pki));
        try (var cluster = ClusterConnection.open(folder.kubeconfig())) {
            new Nodes(cluster.client()).match(setting.nodes());
        }
    }

    /** They read their script once, and are this very product: another declaration or another build needs new ones. */
    private void endOutdatedPlayers(String script) {
        try {
            Path built = root.resolve("target").resolve("facility.jar");
            Path running = folder.program().resolve("facility.jar");
            boolean current = Files.exists(folder.script())
                    && Files.readString(folder.script()).equals(script)
                    && Files.exists(running)
                    && Files.mismatch(built, running) < 0;
            if (!current) {
                child(Component.PLAYERS).stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program(Component component) {
        if (component.program().isPresent()) {
            return toolchain.resolve(component.program().get()).path();
        }
        new ProgramCopy(root.resolve("target")).to(folder.program());
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Left over from a folder that was deleted while they ran: they would hold memory, and nobody would end them. */
    private void endOrphans() {
        var known = Stream.of(Component.values()).map(this::child).toList();
        Orphans.of(folder.folder(), known).forEach(Child::end);
    }

    public void stop() {
        Component.backwards().forEach(component -> child(component).stop());
        endOrphans();
    }

    /** Stops it and removes its folder: the cluster is gone for good. */
    public void delete() {
        // A control plane that is asked takes its time to bring its clients to an end.
        Child.kill(Component.backwards().stream().map(this::child).toList());
        endOrphans();
        if (!Files.exists(folder.folder())) {
            return;
        }
        FolderTree.remove(folder.folder());
        try {
            removeIfEmpty(folder.folder().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment's folder may still hold the state of a real cluster. */
    private static void removeIfEmpty(Path environment) throws IOException {
        try (Stream<Path> inside = Files.list(environment)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(environment);
    }

    private void writeConfiguration(Ports ports, Pki pki) {
        int port = ports.of(Use.APISERVER);
        for (Component component : Component.values()) {
            component.user().ifPresent(user -> kubeconfig(port, pki, user).writeTo(component.kubeconfig(folder)));
        }
        kubeconfig(port, pki, "admin").writeTo(folder.kubeconfig());
        // An empty file of its own: without one KWOK reads whatever the user's home folder holds.
        PrivateFiles.write(folder.configuration().resolve("kwok.yaml"), "");
    }

    private Kubeconfig kubeconfig(int port, Pki pki, String user) {
        return new Kubeconfig(
                "twin-" + environment, port, pki.authorityCertificate(), pki.certificate(user), pki.key(user));
    }

    /** What was killed, or ended with the machine, is started again; only what ends from now on is a failure. */
    private void forgetTheDead() {
        for (Component component : Component.values()) {
            if (child(component).died()) {
                child(component).stop();
            }
        }
    }

    private Child child(Component component) {
        return new Child(component.title(), folder.processes().resolve(component.title()));
    }
}
