package change.danger;

import change.Danger;
import change.Danger.Rank;
import change.Operation;
import java.util.List;
import java.util.Set;

/** Volumes, claims, buckets and snapshots that go, or are made anew. */
final class DataRemoved implements DangerRule {
    private static final Set<String> KINDS = Set.of(
            "PersistentVolume",
            "PersistentVolumeClaim",
            "ObjectBucketClaim",
            "VolumeSnapshot",
            "VolumeSnapshotContent");

    @Override
    public String key() {
        return "data-removed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(KINDS) || !examined.removed()) {
            return List.of();
        }
        String size = examined.before()
                .at("/spec/resources/requests/storage")
                .asText(examined.before().at("/spec/capacity/storage").asText(""));
        boolean replaced = examined.change().operation() == Operation.REPLACE;
        return List.of(examined.danger(
                this,
                Rank.DATA,
                (replaced ? "is deleted and made anew" : "is deleted") + (size.isEmpty() ? "" : ", " + size),
                "what is stored in it is no longer reachable; whether it is kept at all is up to the reclaim policy"));
    }
}
