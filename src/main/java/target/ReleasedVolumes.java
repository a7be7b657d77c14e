package target;

import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Objects;
import kube.Declared;

/**
 * Declared volumes that are kept for one claim by name, while the claim that they were last bound to is gone. The
 * cluster leaves such a volume {@code Released} for ever, since it cannot know whose the data is, and a new claim of the
 * same name waits in vain. The declaration does know: what it keeps the volume for.
 */
public final class ReleasedVolumes {
    private final Target target;
    private final List<Released> volumes;

    private ReleasedVolumes(Target target, List<Released> volumes) {
        this.target = target;
        this.volumes = volumes;
    }

    private record Released(String name, ObjectReference claim) {}

    public static ReleasedVolumes of(Target target, List<Declared> objects) {
        List<PersistentVolume> kept = objects.stream()
                .map(Declared::object)
                .filter(PersistentVolume.class::isInstance)
                .map(PersistentVolume.class::cast)
                .filter(volume -> volume.getSpec().getClaimRef() != null)
                .toList();
        if (kept.isEmpty()) {
            return new ReleasedVolumes(target, List.of());
        }
        try (var client = Identity.client(target)) {
            return new ReleasedVolumes(
                    target,
                    kept.stream()
                            .flatMap(volume -> released(client, volume).stream())
                            .toList());
        } catch (KubernetesClientException e) {
            throw Identity.unanswered(target, e);
        }
    }

    private static List<Released> released(KubernetesClient client, PersistentVolume declared) {
        PersistentVolume live = client.persistentVolumes()
                .withName(declared.getMetadata().getName())
                .get();
        ObjectReference bound = live == null ? null : live.getSpec().getClaimRef();
        ObjectReference meant = declared.getSpec().getClaimRef();
        boolean forAnother = bound == null
                || bound.getUid() == null
                || !Objects.equals(bound.getNamespace(), meant.getNamespace())
                || !Objects.equals(bound.getName(), meant.getName());
        if (forAnother || bound.getUid().equals(uid(client, meant))) {
            return List.of();
        }
        return List.of(new Released(live.getMetadata().getName(), bound));
    }

    private static String uid(KubernetesClient client, ObjectReference claim) {
        PersistentVolumeClaim live = client.persistentVolumeClaims()
                .inNamespace(claim.getNamespace())
                .withName(claim.getName())
                .get();
        return live == null ? null : live.getMetadata().getUid();
    }

    public boolean none() {
        return volumes.isEmpty();
    }

    /** One for each, in the order of the declaration. */
    public List<String> lines() {
        return volumes.stream()
                .map(each -> "~ PersistentVolume " + each.name() + ": its claim "
                        + each.claim().getNamespace() + "/" + each.claim().getName()
                        + " is gone; is made available to the claim of that name again, its data as they are")
                .toList();
    }

    /** Forgets the claim that is gone, and only that one: a volume that was bound anew in between stays as it is. */
    public void makeAvailable() {
        if (none()) {
            return;
        }
        try (var client = Identity.client(target)) {
            volumes.forEach(each -> makeAvailable(client, each));
        }
    }

    private void makeAvailable(KubernetesClient client, Released volume) {
        String forgetting =
                """
                [{"op": "test", "path": "/spec/claimRef/uid", "value": "%s"},
                 {"op": "remove", "path": "/spec/claimRef/uid"},
                 {"op": "add", "path": "/spec/claimRef/resourceVersion", "value": ""}]
                """
                        .formatted(volume.claim().getUid());
        try {
            client.persistentVolumes().withName(volume.name()).patch(PatchContext.of(PatchType.JSON), forgetting);
        } catch (KubernetesClientException e) {
            if (Identity.isSilent(e)) {
                throw Identity.unanswered(target, e);
            }
            throw new RefusedException("PersistentVolume " + volume.name() + " cannot be made available again: "
                    + e.getStatus().getMessage() + "; look at it with kubectl describe, and run again");
        }
    }
}
