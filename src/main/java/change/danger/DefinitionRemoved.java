package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;
import java.util.Set;

/** Kinds and storage classes that go. */
final class DefinitionRemoved implements DangerRule {
    @Override
    public String key() {
        return "definition-removed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.removed()) {
            return List.of();
        }
        if (examined.is(Set.of("CustomResourceDefinition"))) {
            return List.of(examined.danger(
                    this, Rank.DATA, "is deleted", "every object of this kind, in all namespaces, is deleted with it"));
        }
        if (examined.is(Set.of("StorageClass", "VolumeSnapshotClass"))) {
            return List.of(examined.danger(
                    this, Rank.OUTAGE, "is deleted", "claims that name it stay pending; volumes that exist are kept"));
        }
        return List.of();
    }
}
