package target;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import kube.Declared;

/** Every object of a cluster that the facility made, whatever its kind and whether or not a state knows it. */
public final class OwnObjects {
    private OwnObjects() {}

    /**
     * By the facility's label and its manager, of all kinds that the cluster serves; without what a controller made of
     * them, and what is being deleted already.
     *
     * @throws UnlistedException for a kind of which nothing can be said
     */
    public static List<ListedObject> on(Target target) {
        List<ListedKind> kinds;
        try (var client = Identity.client(target)) {
            kinds = served(client);
        }
        try (var listing = Listing.on(target)) {
            return listing.labelled(kinds).stream()
                    .filter(OwnObjects::isOurs)
                    .filter(object -> !object.isBeingDeleted())
                    .toList();
        }
    }

    /** A pod carries its Deployment's labels, and is another's. */
    private static boolean isOurs(ListedObject object) {
        return object.metadata().path("ownerReferences").isEmpty()
                && object.managers().stream().anyMatch(entry -> entry.isAppliedBy(Declared.FIELD_MANAGER));
    }

    /** Each in the version that the server prefers: one kind in two versions is one object. */
    private static List<ListedKind> served(KubernetesClient client) {
        var versions = new ArrayList<String>(List.of("v1"));
        client.getApiGroups().getGroups().stream()
                .map(APIGroup::getPreferredVersion)
                .forEach(preferred -> versions.add(preferred.getGroupVersion()));
        return versions.stream()
                .flatMap(version -> {
                    APIResourceList list = client.getApiResources(version);
                    return list == null
                            ? java.util.stream.Stream.empty()
                            : list.getResources().stream()
                                    .filter(OwnObjects::isListed)
                                    .map(resource -> new ListedKind(version, resource.getKind()));
                })
                .distinct()
                .toList();
    }

    private static boolean isListed(APIResource resource) {
        return !resource.getName().contains("/") && resource.getVerbs().contains("list");
    }
}
