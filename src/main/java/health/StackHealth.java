package health;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one stack stands.
 *
 * @param declared how many objects it declares, each of which has to have a finding
 * @param findings sorted
 */
public record StackHealth(String stack, int declared, List<Finding> findings) {
    public StackHealth {
        requireNonNull(stack, "stack is null");
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }

    /** From what was found; a member of which nothing was found is red: too little looked at is never health. */
    static StackHealth of(StackMembers members, List<Finding> found) {
        var findings = new ArrayList<>(found);
        var known = found.stream().map(Finding::what).collect(Collectors.toSet());
        members.members().stream()
                .map(Member::title)
                .filter(title -> !known.contains(title))
                .forEach(title -> findings.add(Finding.red(members.stack(), title, "was not looked at")));
        if (members.elsewhere() > 0) {
            findings.add(Finding.notAsked(
                    members.stack(),
                    members.elsewhere() + " resources outside of the cluster",
                    "the engine's refresh compares them; run: facility checklist"));
        }
        return new StackHealth(members.stack(), members.members().size(), findings);
    }

    /** The same with one finding more, of something that is no object. */
    StackHealth with(Finding more) {
        var all = new ArrayList<>(findings);
        all.add(more);
        return new StackHealth(stack, declared, all);
    }

    public long count(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }
}
