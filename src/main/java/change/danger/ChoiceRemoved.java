package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Entries of the notebook catalogue that go. */
final class ChoiceRemoved implements DangerRule {
    private static final Pattern ENTRY = Pattern.compile("\\.profileList\\[([^\\]]+)\\]$");

    @Override
    public String key() {
        return "choice-removed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("ConfigMap"))) {
            return List.of();
        }
        return examined.change().properties().stream()
                .filter(field -> field.after().isEmpty())
                .map(field -> ENTRY.matcher(field.path()))
                .filter(java.util.regex.Matcher::find)
                .map(entry -> examined.danger(
                        this,
                        Rank.LIMIT,
                        "environment " + entry.group(1) + " is offered no longer",
                        "servers of it that run go on; they cannot be started again once they end"))
                .toList();
    }
}
