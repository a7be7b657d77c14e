package stacks;

import facility.SecretValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kube.ProvidedResource;
import registration.Engine;
import registration.Engine.Registered;
import registration.Inputs;
import registration.Registration;
import registration.Removal;

/** Registers the resources of other providers: each as soon as what it names as before it is there. */
final class ProvidedRegistrar {
    private final Engine engine;
    private final Map<String, String> providers;
    private final SecretValues secrets;

    /** @param providers reference of each explicit provider by its name */
    ProvidedRegistrar(Engine engine, Map<String, String> providers, SecretValues secrets) {
        this.engine = engine;
        this.providers = Map.copyOf(providers);
        this.secrets = secrets;
    }

    /**
     * One future a resource, of a stack whose component is there already.
     *
     * @param earlier what all of them come after
     */
    List<CompletableFuture<Registered>> register(
            String component, List<ProvidedResource> resources, List<CompletableFuture<Registered>> earlier) {
        var futures = new HashMap<String, CompletableFuture<Registered>>();
        resources.forEach(resource -> futures.put(resource.key(), new CompletableFuture<>()));
        for (ProvidedResource resource : resources) {
            var before = Stream.concat(
                            earlier.stream(), resource.after().stream().map(futures::get))
                    .toList();
            // Nobody waits for this one: what became of it is in the future above.
            var unused = CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                    .thenCompose(done -> after(
                            component,
                            resource,
                            before.stream().map(CompletableFuture::join).toList()))
                    .whenComplete((registered, failure) -> {
                        if (failure == null) {
                            futures.get(resource.key()).complete(registered);
                        } else {
                            futures.get(resource.key()).completeExceptionally(failure);
                        }
                    });
        }
        return List.copyOf(futures.values());
    }

    private CompletableFuture<Registered> after(String component, ProvidedResource resource, List<Registered> before) {
        // What leans on a failed one is not tried: the engine has said what failed.
        if (!before.stream().allMatch(Registered::succeeded)) {
            return CompletableFuture.completedFuture(new Registered("", "", false));
        }
        return engine.register(new Registration(
                resource.type(),
                resource.name(),
                component,
                true,
                providers.get(resource.provider()),
                "",
                Inputs.struct(inputs(resource)),
                before.stream().map(Registered::urn).toList(),
                Removal.DELETED));
    }

    private Map<String, Object> inputs(ProvidedResource resource) {
        var inputs = new TreeMap<>(resource.fields());
        inputs.replaceAll((name, value) ->
                value instanceof SecretValue secret ? new Inputs.Secret(secrets.behind(secret.placeholder())) : value);
        return inputs;
    }
}
