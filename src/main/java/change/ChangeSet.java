package change;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is known of what a run would change; every report is made from this alone.
 *
 * @param exitCode the command's: a public contract, see {@code facility --help}
 * @param changes what the declaration changes, by stack, type and name
 * @param drift what differs on the cluster from what was last applied, whoever did it
 * @param dangers the worst first
 * @param policies what stops the run first
 * @param capacity in the order of {@code facility capacity}; empty where it is not known
 * @param notices what went wrong
 * @param remarks lines on nodes and volumes that the cluster alone knows
 * @param hidden how many differences each quiet rule kept out of the report, by the rule's name
 * @param unchanged how many resources stay as they are
 */
public record ChangeSet(
        Origin origin,
        Verdict verdict,
        int exitCode,
        List<ResourceChange> changes,
        List<ResourceDrift> drift,
        List<Danger> dangers,
        List<PolicyResult> policies,
        List<CapacityChange> capacity,
        List<Notice> notices,
        List<String> remarks,
        Map<String, Integer> hidden,
        int unchanged) {
    public ChangeSet {
        requireNonNull(origin, "origin is null");
        requireNonNull(verdict, "verdict is null");
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        dangers = List.copyOf(dangers);
        policies = List.copyOf(policies);
        capacity = List.copyOf(capacity);
        notices = List.copyOf(notices);
        remarks = List.copyOf(remarks);
        hidden = new TreeMap<>(hidden);
    }

    public long count(Operation operation) {
        return changes.stream()
                .filter(change -> change.operation() == operation)
                .count();
    }

    /** Nothing to say beyond that there is nothing. */
    public boolean quiet() {
        return verdict == Verdict.NO_CHANGES && drift.isEmpty() && policies.isEmpty() && remarks.isEmpty();
    }

    public List<ResourceChange> refused() {
        return changes.stream().filter(ResourceChange::refused).toList();
    }
}
