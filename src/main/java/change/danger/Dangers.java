package change.danger;

import change.Danger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All rules asked of all changes; the worst first. */
public final class Dangers {
    static final List<DangerRule> RULES = List.of(
            new DataRemoved(),
            new DefinitionRemoved(),
            new NamespaceRemoved(),
            new ProtectionRemoved(),
            new ReclaimPolicyWeakened(),
            new WorkloadReplaced(),
            new SelectorChanged(),
            new LayoutChanged(),
            new RightsWidened(),
            new SecurityContextWidened(),
            new RouteOpened(),
            new NetworkOpened(),
            new SignInWidened(),
            new QuotaCut(),
            new ChoiceRemoved(),
            new ProgramRestarted());

    private static final Comparator<Danger> ORDER =
            Comparator.comparing(Danger::rank).thenComparing(Danger::resource).thenComparing(Danger::what);

    private Dangers() {}

    public static List<Danger> of(Collection<Examined> changes) {
        return changes.stream()
                .flatMap(change -> RULES.stream().flatMap(rule -> rule.of(change).stream()))
                .distinct()
                .sorted(ORDER)
                .toList();
    }
}
