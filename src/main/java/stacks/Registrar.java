package stacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kube.Declared;
import kube.ObjectFields;
import registration.Engine;
import registration.Engine.Registered;
import registration.Inputs;
import registration.Registration;

/**
 * Registers what the stacks declare: each stack a component, each object a resource of its own below it. All go to the
 * engine at once, but for what the cluster needs in order: a namespace before its content, and in each namespace
 * everything that pods lean on (quotas, accounts, settings, claims) before what runs pods.
 */
final class Registrar {
    /** What runs pods, or waits for pods that run: last in its namespace. */
    private static final Set<String> RUNNING =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "Service", "Route");

    private final Engine engine;
    private final String provider;
    private final Map<String, CompletableFuture<Registered>> namespaces = new HashMap<>();
    private final Map<String, List<CompletableFuture<Registered>>> foundations = new HashMap<>();
    private final List<CompletableFuture<Registered>> clusterWide = new ArrayList<>();
    private final List<CompletableFuture<Registered>> all = new ArrayList<>();

    /** @param provider reference of the one explicit provider, {@code <urn>::<id>} */
    Registrar(Engine engine, String provider) {
        this.engine = engine;
        this.provider = provider;
    }

    /** Registers the stacks in the given order, and returns when the engine has answered for each object. */
    boolean register(String root, List<Stack> stacks) {
        for (Stack stack : stacks) {
            String type = "facility:stacks:" + Character.toUpperCase(stack.name().charAt(0)) + stack.name().substring(1);
            String component = engine.register(Registration.component(type, stack.name(), root)).join().urn();
            List<Declared> objects = stack.objects();
            objects.stream().filter(object -> object.kind().equals("Namespace")).forEach(o -> namespace(component, o));
            objects.stream().filter(Registrar::isFoundation).forEach(o -> foundation(component, o));
            objects.stream().filter(object -> RUNNING.contains(object.kind())).forEach(o -> running(component, o));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return all.stream().map(CompletableFuture::join).allMatch(Registered::succeeded);
    }

    private static boolean isFoundation(Declared object) {
        return !object.kind().equals("Namespace") && !RUNNING.contains(object.kind());
    }

    private void namespace(String component, Declared object) {
        var future = after(List.of(), component, object);
        namespaces.put(object.object().getMetadata().getName(), future);
    }

    private void foundation(String component, Declared object) {
        if (object.namespace().isEmpty()) {
            clusterWide.add(after(List.of(), component, object));
            return;
        }
        // A claim needs its class, which is cluster-wide and registered by an earlier stack.
        List<CompletableFuture<Registered>> before = object.kind().equals("PersistentVolumeClaim")
                ? Stream.concat(inNamespace(object).stream(), clusterWide.stream()).toList()
                : inNamespace(object);
        foundations.computeIfAbsent(object.namespace(), name -> new ArrayList<>()).add(after(before, component, object));
    }

    private void running(String component, Declared object) {
        var before = new ArrayList<>(inNamespace(object));
        before.addAll(foundations.getOrDefault(object.namespace(), List.of()));
        after(before, component, object);
    }

    /** The namespace itself, when a stack declares it. */
    private List<CompletableFuture<Registered>> inNamespace(Declared object) {
        var namespace = namespaces.get(object.namespace());
        return namespace == null ? List.of() : List.of(namespace);
    }

    private CompletableFuture<Registered> after(List<CompletableFuture<Registered>> before, String component,
            Declared object) {
        var earlier = List.copyOf(before);
        var future = CompletableFuture.allOf(earlier.toArray(CompletableFuture[]::new)).thenCompose(done -> {
            var results = earlier.stream().map(CompletableFuture::join).toList();
            // What a failed object carries is not tried: the engine has said what failed.
            if (!results.stream().allMatch(Registered::succeeded)) {
                return CompletableFuture.completedFuture(new Registered("", "", false));
            }
            return engine.register(registration(component, object, results.stream().map(Registered::urn).toList()));
        });
        all.add(future);
        return future;
    }

    private Registration registration(String component, Declared object, List<String> dependencies) {
        return new Registration(object.type(), object.name(), component, true, provider, "",
                Inputs.struct(ObjectFields.of(object.object())), dependencies, object.isProtected());
    }
}
