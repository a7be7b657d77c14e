package registration;

import com.google.protobuf.Struct;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import registration.Engine.Registered;

/** Registers again what a {@link Gathering} took, with an engine that is to see no more than that. */
public final class Replay {
    private Replay() {}

    /**
     * Each as soon as what it names is there.
     *
     * @param gathered by URN, in an order in which nothing is before what it names, and with all that it names
     * @return whether the engine took all of it
     */
    public static boolean run(Engine engine, Map<String, Registration> gathered) {
        return Engine.unlessStopped(() -> registered(engine, gathered));
    }

    private static boolean registered(Engine engine, Map<String, Registration> gathered) {
        var begun = new HashMap<String, CompletableFuture<Registered>>();
        gathered.forEach((urn, resource) -> begun.put(urn, registered(engine, resource, begun)));
        CompletableFuture.allOf(begun.values().toArray(CompletableFuture[]::new))
                .join();
        boolean succeeded = begun.values().stream().allMatch(each -> each.join().succeeded());
        gathered.forEach((urn, resource) -> {
            if (resource.parent().isEmpty()) {
                engine.outputs(urn, Struct.getDefaultInstance()).join();
            }
        });
        if (succeeded) {
            engine.finish();
        }
        return succeeded;
    }

    private static CompletableFuture<Registered> registered(
            Engine engine, Registration resource, Map<String, CompletableFuture<Registered>> begun) {
        var before = resource.named().map(begun::get).toList();
        return CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                // What leans on a failed one is not tried: the engine has said what failed.
                .thenCompose(
                        ready -> before.stream().allMatch(each -> each.join().succeeded())
                                ? engine.register(resource)
                                : CompletableFuture.completedFuture(new Registered("", "", false)));
    }
}
