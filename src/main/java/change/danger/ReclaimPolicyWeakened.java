package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;
import java.util.Set;

/** From Retain to Delete: data goes with its claim. */
final class ReclaimPolicyWeakened implements DangerRule {
    private static final Set<String> FIELDS =
            Set.of("reclaimPolicy", "spec.persistentVolumeReclaimPolicy", "deletionPolicy");

    @Override
    public String key() {
        return "reclaim-policy-weakened";
    }

    @Override
    public List<Danger> of(Examined examined) {
        return examined.change().properties().stream()
                .filter(field -> FIELDS.contains(field.path()))
                .filter(field ->
                        field.after().filter(to -> to.asText().equals("Delete")).isPresent())
                .map(field -> examined.danger(
                        this,
                        Rank.DATA,
                        field.path() + " becomes Delete",
                        "a volume's data is deleted together with its claim from now on"))
                .toList();
    }
}
