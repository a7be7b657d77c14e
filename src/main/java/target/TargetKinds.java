package target;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kube.Declared;
import kube.Definitions;

/**
 * The kinds that a target serves. The engine's preview is green for a kind that no API server knows, and {@code up} then
 * waits a minute and fails with half of the objects made: so discovery is asked before the engine starts.
 */
public final class TargetKinds {
    private final KubernetesClient client;
    private final Map<String, Map<String, String>> served = new TreeMap<>();
    private final Map<String, String> brought;

    /** @param brought the plurals of the kinds that the declaration defines itself, see {@link Definitions} */
    TargetKinds(KubernetesClient client, Map<String, String> brought) {
        this.client = client;
        this.brought = Map.copyOf(brought);
    }

    /**
     * Compares every declared kind with the target's discovery.
     *
     * @throws RefusedException naming every kind that is not served, with the objects that need it
     */
    public static void verify(Target target, List<Declared> objects) {
        try (var client = Identity.client(target)) {
            List<String> missing = new TargetKinds(client, Definitions.of(objects)).missing(objects);
            if (!missing.isEmpty()) {
                throw new RefusedException("cluster " + target.name() + " does not serve what the declaration needs;"
                        + " nothing was changed:\n  " + String.join("\n  ", missing)
                        + "\ninstall the operator that brings them, or declare without them");
            }
        } catch (KubernetesClientException e) {
            if (Identity.isSilent(e)) {
                throw Identity.unanswered(target, e);
            }
            throw new RefusedException(
                    "cluster " + target.name() + " does not say which kinds it serves: " + e.getMessage());
        }
    }

    private List<String> missing(List<Declared> objects) {
        var names = new TreeMap<String, List<String>>();
        for (Declared object : objects) {
            String apiVersion = object.object().getApiVersion();
            if (plural(apiVersion, object.kind()).isEmpty()) {
                names.computeIfAbsent(object.kind() + " of " + apiVersion, key -> new ArrayList<>())
                        .add(object.name());
            }
        }
        var lines = new ArrayList<String>();
        names.forEach((kind, needed) -> lines.add(
                kind + ", for " + needed.get(0) + (needed.size() == 1 ? "" : " and " + (needed.size() - 1) + " more")));
        return lines;
    }

    /** The resource's name in addresses and rights, such as {@code routes}; empty for a kind that is not served. */
    Optional<String> plural(String apiVersion, String kind) {
        return Optional.ofNullable(
                        served.computeIfAbsent(apiVersion, this::discovered).get(kind))
                .or(() -> Optional.ofNullable(brought.get(Definitions.key(apiVersion, kind))));
    }

    /** By kind, without the subresources, whose names have a slash. */
    private Map<String, String> discovered(String apiVersion) {
        APIResourceList list = client.getApiResources(apiVersion);
        var kinds = new TreeMap<String, String>();
        if (list != null) {
            list.getResources().stream()
                    .filter(resource -> !resource.getName().contains("/"))
                    .forEach((APIResource resource) -> kinds.putIfAbsent(resource.getKind(), resource.getName()));
        }
        return kinds;
    }
}
