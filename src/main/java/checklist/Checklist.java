package checklist;

import checklist.Item.Outcome;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between a cluster and its upgrade: first everything that can be looked at, then the steps that only a
 * person can take.
 */
public record Checklist(List<Item> items) {
    private static final List<Check> CHECKS = List.of(
            new DeclaredApis(),
            new ServedKinds(),
            new NodeHealth(),
            new DrainRoom(),
            new DisruptionBudgets(),
            new QuotaUse(),
            new ProtectedObjects(),
            new Backups(),
            new Drift(),
            new PinnedImages());

    public Checklist {
        items = List.copyOf(items);
    }

    /** Looks at everything; a check that the cluster does not answer is one that failed, not one that passed. */
    public static Checklist of(Subject subject) {
        var items = new ArrayList<Item>();
        CHECKS.forEach(check -> items.add(looked(check, subject)));
        subject.facility()
                .operations()
                .upgradeSteps()
                .forEach(step -> items.add(new Item(step.name(), step.text(), Outcome.BOX, List.of())));
        return new Checklist(items);
    }

    /** Whether nothing that was looked at stands in the way. */
    public boolean clear() {
        return items.stream().noneMatch(item -> item.outcome() == Outcome.FAILED);
    }

    public long count(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }

    private static Item looked(Check check, Subject subject) {
        try {
            return check.look(subject);
        } catch (KubernetesClientException unanswered) {
            return new Item(
                    check.id(),
                    "could not be looked at",
                    Outcome.FAILED,
                    List.of(String.valueOf(unanswered.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("no reason given")));
        }
    }
}
