package target;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Deletes objects that were listed: those, and not others of the same name that came since. */
public final class Removing {
    private Removing() {}

    /**
     * Of these objects, one after the other.
     *
     * @param removed is told of each that the server has taken the deletion of
     */
    public static void of(Target target, List<ListedObject> objects, Consumer<ListedObject> removed) {
        try (var client = Identity.client(target)) {
            var kinds = new TargetKinds(client, Map.of());
            for (ListedObject object : objects) {
                remove(client, kinds, object);
                removed.accept(object);
            }
        }
    }

    private static void remove(KubernetesClient client, TargetKinds kinds, ListedObject object) {
        var context = new ResourceDefinitionContext.Builder()
                .withGroup(object.kind().group())
                .withVersion(object.kind().version())
                .withKind(object.kind().kind())
                .withPlural(
                        kinds.plural(object.kind().apiVersion(), object.kind().kind())
                                .orElseThrow())
                .withNamespaced(!object.namespace().isEmpty())
                .build();
        var every = client.genericKubernetesResources(context);
        var one = object.namespace().isEmpty()
                ? every.withName(object.name())
                : every.inNamespace(object.namespace()).withName(object.name());
        var there = one.get();
        if (there != null && object.uid().equals(there.getMetadata().getUid())) {
            one.lockResourceVersion(there.getMetadata().getResourceVersion()).delete();
        }
    }
}
