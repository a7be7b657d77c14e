package stacks;

import drift.PropertyPath;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kube.Declared;
import kube.ObjectFields;
import kube.ProvidedResource;
import kube.Secrets;
import registration.Engine;
import registration.Engine.Registered;
import registration.Inputs;
import registration.Registration;
import registration.Removal;

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
    private final SecretValues secrets;
    private final ProvidedRegistrar provided;
    private final Optional<Gates> gates;
    private final Map<String, List<String>> leased;
    private final Map<String, CompletableFuture<Registered>> namespaces = new HashMap<>();
    private final Map<String, List<CompletableFuture<Registered>>> foundations = new HashMap<>();
    private final List<CompletableFuture<Registered>> clusterWide = new ArrayList<>();
    private final List<CompletableFuture<Registered>> all = new ArrayList<>();
    /** The gate before the stack that is being registered, or what stands in its place; nothing without gates. */
    private List<CompletableFuture<Registered>> threshold = List.of();

    /**
     * The stacks' way to the engine.
     *
     * @param provider reference of the one explicit provider, {@code <urn>::<id>}
     * @param leased fields that are let be as they are on the cluster, by kind and name of their objects
     */
    Registrar(
            Engine engine,
            String provider,
            SecretValues secrets,
            ProvidedRegistrar provided,
            Optional<Gates> gates,
            Map<String, List<String>> leased) {
        this.gates = gates;
        this.provided = provided;
        this.leased = Map.copyOf(leased);
        this.secrets = secrets;
        this.engine = engine;
        this.provider = provider;
    }

    /** Registers the stacks in the given order, and returns when the engine has answered for each object. */
    boolean register(String root, List<Stack> stacks) {
        gates.ifPresent(declared -> close(root, declared.before(), List.of()));
        for (Stack stack : stacks) {
            int first = all.size();
            String type =
                    "facility:stacks:" + Character.toUpperCase(stack.name().charAt(0))
                            + stack.name().substring(1);
            String component = engine.register(Registration.component(type, stack.name(), root))
                    .join()
                    .urn();
            List<Declared> objects = stack.objects();
            objects.stream().filter(object -> object.kind().equals("Namespace")).forEach(o -> namespace(component, o));
            objects.stream().filter(Registrar::isFoundation).forEach(o -> foundation(component, o));
            objects.stream().filter(object -> RUNNING.contains(object.kind())).forEach(o -> running(component, o));
            patches(component, objects);
            all.addAll(provided.register(component, stack.resources(), threshold));
            gates.ifPresent(declared ->
                    close(root, declared.after(stack).stream().toList(), List.copyOf(all.subList(first, all.size()))));
        }
        gates.ifPresent(declared -> close(root, List.of(declared.end()), List.of()));
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return all.stream().map(CompletableFuture::join).allMatch(Registered::succeeded);
    }

    /** Nothing of what follows begins before these gates, and they not before the whole of the stack. */
    private void close(String root, List<ProvidedResource> next, List<CompletableFuture<Registered>> stack) {
        var before = Stream.concat(threshold.stream(), stack.stream()).toList();
        threshold = next.isEmpty() ? before : provided.register(root, next, before);
        all.addAll(next.isEmpty() ? List.of() : threshold);
    }

    private static boolean isFoundation(Declared object) {
        return !object.patch() && !object.kind().equals("Namespace") && !RUNNING.contains(object.kind());
    }

    private void namespace(String component, Declared object) {
        var future = after(List.of(), component, object);
        all.add(future);
        namespaces.put(object.object().getMetadata().getName(), future);
    }

    private void foundation(String component, Declared object) {
        if (object.namespace().isEmpty()) {
            var future = after(List.of(), component, object);
            all.add(future);
            clusterWide.add(future);
            return;
        }
        // A claim needs its class, which is cluster-wide and registered by an earlier stack.
        List<CompletableFuture<Registered>> before = object.kind().equals("PersistentVolumeClaim")
                ? Stream.concat(inNamespace(object).stream(), clusterWide.stream())
                        .toList()
                : inNamespace(object);
        var future = after(before, component, object);
        all.add(future);
        foundations
                .computeIfAbsent(object.namespace(), name -> new ArrayList<>())
                .add(future);
    }

    private void running(String component, Declared object) {
        var before = new ArrayList<>(inNamespace(object));
        before.addAll(foundations.getOrDefault(object.namespace(), List.of()));
        all.add(after(before, component, object));
    }

    /** Fields of others' objects come last: a node's label names a layout that the stack's file has to hold by then. */
    private void patches(String component, List<Declared> objects) {
        var before = objects.stream()
                .filter(Registrar::isFoundation)
                .flatMap(object -> foundations.getOrDefault(object.namespace(), List.of()).stream())
                .distinct()
                .toList();
        objects.stream().filter(Declared::patch).forEach(patch -> all.add(after(before, component, patch)));
    }

    /** The namespace itself, when a stack declares it. */
    private List<CompletableFuture<Registered>> inNamespace(Declared object) {
        var namespace = namespaces.get(object.namespace());
        return namespace == null ? List.of() : List.of(namespace);
    }

    private CompletableFuture<Registered> after(
            List<CompletableFuture<Registered>> before, String component, Declared object) {
        var earlier = List.copyOf(before);
        var gate = threshold;
        return CompletableFuture.allOf(
                        Stream.concat(earlier.stream(), gate.stream()).toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    var results = Stream.concat(earlier.stream(), isKeptBelow(object) ? Stream.empty() : gate.stream())
                            .map(CompletableFuture::join)
                            .toList();
                    // What a failed object carries is not tried: the engine has said what failed.
                    if (!Stream.concat(results.stream(), gate.stream().map(CompletableFuture::join))
                            .allMatch(Registered::succeeded)) {
                        return CompletableFuture.completedFuture(new Registered("", "", false));
                    }
                    return engine.register(registration(
                            component,
                            object,
                            results.stream().map(Registered::urn).toList()));
                });
    }

    /**
     * Whether an object is kept by a {@code down}, or may be because a protected one leans on it. It comes after its gate
     * as all do, but that is no dependency in the state: the engine keeps what a protected object depends on, and a gate
     * depends on all stacks before it.
     */
    private static boolean isKeptBelow(Declared object) {
        return object.isProtected() || (object.namespace().isEmpty() && isFoundation(object));
    }

    private Registration registration(String component, Declared object, List<String> dependencies) {
        Map<String, Object> fields = inputs(object);
        return new Registration(
                object.type(),
                object.name(),
                component,
                true,
                provider,
                "",
                Inputs.struct(fields),
                dependencies,
                removal(object),
                leased.getOrDefault(object.kind() + " " + object.name(), List.of()).stream()
                        .flatMap(path -> PropertyPath.of(fields, path).stream())
                        .toList());
    }

    private static Removal removal(Declared object) {
        if (object.isProtected()) {
            return Removal.PROTECTED;
        }
        return object.isMadeAnew() ? Removal.LEFT : Removal.DELETED;
    }

    /** The object's fields; in a Secret, values instead of placeholders, marked so that the engine encrypts them. */
    private Map<String, Object> inputs(Declared object) {
        Map<String, Object> fields = ObjectFields.of(object.object());
        if (object.object() instanceof Secret secret) {
            var data = new TreeMap<String, Object>();
            secret.getData()
                    .forEach((key, placeholder) ->
                            data.put(key, new Inputs.Secret(Secrets.encoded(secrets.behind(placeholder)))));
            fields.put("data", data);
        }
        return fields;
    }
}
