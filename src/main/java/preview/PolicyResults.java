package preview;

import change.Masks;
import change.PolicyResult;
import engine.Changes;
import engine.EngineEvent.Policy;
import engine.Urn;
import java.util.Comparator;
import java.util.List;

/** What rules said in a run of the engine: what stops it first, each finding once. */
public final class PolicyResults {
    private static final Comparator<PolicyResult> ORDER = Comparator.comparing(
                    (PolicyResult result) -> result.stops() ? 0 : 1)
            .thenComparing(PolicyResult::rule)
            .thenComparing(PolicyResult::resource)
            .thenComparing(PolicyResult::message);

    private PolicyResults() {}

    public static List<PolicyResult> of(Changes found, Masks masks) {
        return found.policies().stream()
                .map(policy -> result(policy, masks))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static PolicyResult result(Policy policy, Masks masks) {
        return new PolicyResult(
                policy.enforcement(),
                policy.severity(),
                policy.name(),
                policy.urn().isEmpty() ? "" : Urn.title(policy.urn()),
                masks.masked(policy.message()));
    }
}
