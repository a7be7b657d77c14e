package policy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * An exception: what the rule finds at the resource is shown and stops nothing, until the end.
 *
 * @param resource its title, {@code Deployment jupyterhub/hub}; {@code *} for the rule as a whole
 * @param rule the rule's id
 * @param owner who answers for it
 * @param reason why it is needed
 * @param end the last day on which it holds
 */
public record Lease(String resource, String rule, String owner, String reason, LocalDate end) {
    public static final String EVERYTHING = "*";

    public Lease {
        requireNonNull(resource, "resource is null");
        requireNonNull(rule, "rule is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(end, "end is null");
    }

    boolean covers(String otherRule, String title) {
        return rule.equals(otherRule) && (resource.equals(EVERYTHING) || resource.equals(title));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isAfter(end);
    }
}
