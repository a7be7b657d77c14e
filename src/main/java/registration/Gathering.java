package registration;

import com.google.protobuf.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Takes what a program registers and makes nothing of it: to know what an engine would be given. It names resources as the
 * engine does, so that they can be found in a state.
 */
public final class Gathering implements Engine {
    private static final String STACK = "pulumi:pulumi:Stack";

    private final Settings settings;
    private final Map<String, String> ids;
    private final Map<String, Registration> gathered = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    /** @param ids of resources that a state holds, by URN: a provider's is part of what others register */
    public Gathering(Settings settings, Map<String, String> ids) {
        this.settings = settings;
        this.ids = Map.copyOf(ids);
    }

    /** By URN, in the order that they came in. */
    public Map<String, Registration> gathered() {
        return gathered;
    }

    /** Why the program did not go on; empty if it did. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public synchronized CompletableFuture<Registered> register(Registration resource) {
        String urn = urn(resource);
        gathered.put(urn, resource);
        return CompletableFuture.completedFuture(new Registered(urn, ids.getOrDefault(urn, ""), true));
    }

    /** {@code urn:pulumi:<stack>::<project>::<types of its parents, but the root's>$<type>::<name>} */
    private String urn(Registration resource) {
        String parents = "";
        if (!resource.parent().isEmpty()) {
            String types = resource.parent().split("::", -1)[2];
            parents = types.equals(STACK) ? "" : types + "$";
        }
        return "urn:pulumi:" + settings.environment() + "::" + settings.project() + "::" + parents + resource.type()
                + "::" + resource.name();
    }

    @Override
    public CompletableFuture<Void> outputs(String urn, Struct outputs) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void finish() {
        // Nobody waits.
    }

    @Override
    public void error(String message) {
        errors.add(message);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
