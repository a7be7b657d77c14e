package stacks.monitoring;

import java.util.List;

/**
 * The rules on one subject.
 *
 * @param namespace where they lie. OKD lets rules of a namespace see the series of this namespace alone, unless
 *     {@code namespacesWithoutLabelEnforcement} names it
 */
record RuleGroup(String name, String namespace, List<Recording> recordings, List<Alert> alerts) {
    RuleGroup {
        recordings = List.copyOf(recordings);
        alerts = List.copyOf(alerts);
    }
}
