package twin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import toolchain.Program;
import toolchain.Toolchain;
import twin.Ports.Use;

/**
 * Starts what of a twin does not run, each component on ports of its own, and ends when each has them. A port that
 * somebody else has taken, before or meanwhile, is given up for another one.
 */
final class Startup {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 5;

    private final TwinFolder folder;
    private final Toolchain toolchain;
    private final Function<Component, Child> children;
    private final IntPredicate free;

    /** @param free whether a component could listen on a port */
    Startup(TwinFolder folder, Toolchain toolchain, Function<Component, Child> children, IntPredicate free) {
        this.folder = folder;
        this.toolchain = toolchain;
        this.children = children;
        this.free = free;
    }

    /** What has to be written before components start on these ports. */
    interface Configuration {
        void write(Ports ports);
    }

    void run(Pki pki, Function<Component, Path> program, Configuration configuration) {
        var ports = Ports.keptIn(folder.ports());
        for (int attempt = 1; ; attempt++) {
            Set<Use> lost = takenBefore(ports);
            if (lost.isEmpty()) {
                configuration.write(ports);
                lost = start(ports, pki, program);
            }
            if (lost.isEmpty()) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new TwinException("the ports of " + lost + " were taken by other programs " + ATTEMPTS
                        + " times; see " + folder.logs());
            }
            // What runs knows the others by the ports that they had.
            for (Component component : Component.backwards()) {
                children.apply(component).stop();
            }
            ports = ports.instead(lost, folder.ports());
        }
    }

    private Set<Use> takenBefore(Ports ports) {
        var taken = EnumSet.noneOf(Use.class);
        for (Component component : Component.values()) {
            if (children.apply(component).running().isEmpty()) {
                taken.addAll(taken(component, ports));
            }
        }
        return taken;
    }

    private List<Use> taken(Component component, Ports ports) {
        return component.uses().stream()
                .filter(use -> !free.test(ports.of(use)))
                .toList();
    }

    /** The ports that were lost on the way; all components run, on their own, if there is none. */
    private Set<Use> start(Ports ports, Pki pki, Function<Component, Path> program) {
        var starting = new ArrayList<Component>();
        for (Component component : Component.values()) {
            Child child = children.apply(component);
            if (child.running().isEmpty()) {
                child.start(
                        program.apply(component),
                        component.arguments(folder, ports, pki),
                        Map.of(),
                        component.log(folder));
            }
            starting.add(component);
            if (component == Component.APISERVER) {
                var lost = await(starting, ports, this::apiserverIsReady);
                if (!lost.isEmpty()) {
                    return lost;
                }
                furnish();
            }
        }
        return await(starting, ports, () -> true);
    }

    private interface Condition {
        boolean met();
    }

    private Set<Use> await(List<Component> components, Ports ports, Condition further) {
        var until = Instant.now().plus(READY_WITHIN);
        while (true) {
            var waiting = components.stream()
                    .filter(component -> !listens(component, ports))
                    .toList();
            for (Component component : waiting) {
                if (children.apply(component).died()) {
                    return lostBy(component, ports);
                }
            }
            if (waiting.isEmpty() && further.met()) {
                return Set.of();
            }
            if (Instant.now().isAfter(until)) {
                var late = waiting.isEmpty() ? Component.APISERVER : waiting.get(0);
                throw new TwinException("the twin's " + late.title() + " is not ready after " + READY_WITHIN.toSeconds()
                        + "s; see " + late.log(folder));
            }
            pause();
        }
    }

    private boolean listens(Component component, Ports ports) {
        return children.apply(component)
                .running()
                .filter(process ->
                        component.uses().stream().allMatch(use -> Listening.by(process.pid(), ports.of(use))))
                .isPresent();
    }

    /** A component ends at once when it cannot have its port; ending with all of them free has another cause. */
    private Set<Use> lostBy(Component component, Ports ports) {
        var taken = taken(component, ports);
        if (taken.isEmpty()) {
            throw new TwinException(component.title() + " ended at its start; see " + component.log(folder));
        }
        return Set.copyOf(taken);
    }

    private boolean apiserverIsReady() {
        try (var cluster = ClusterConnection.open(folder.kubeconfig())) {
            return cluster.ready();
        }
    }

    private void furnish() {
        Path kubectl = toolchain.resolve(Program.KUBECTL).path();
        try (var cluster = ClusterConnection.open(folder.kubeconfig())) {
            new BaseObjects(kubectl, folder, cluster.client()).ensure(toolchain.customResources());
        }
    }

    private static void pause() {
        try {
            // Between two looks, not a wait for luck: the loop ends by what it sees.
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TwinException("interrupted while waiting for the twin");
        }
    }
}
