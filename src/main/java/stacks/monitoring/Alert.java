package stacks.monitoring;

import java.time.Duration;
import java.util.Map;

/**
 * Something that somebody is told of.
 *
 * @param name in CamelCase, the name of its runbook page too
 * @param expression PromQL: yields something exactly while the alert holds
 * @param sustained how long it has to hold
 * @param summary one sentence for the one who is told
 * @param labels what tells it from others of its name: the profile, the namespace, the host
 */
record Alert(
        String name,
        Severity severity,
        String expression,
        Duration sustained,
        String summary,
        Map<String, String> labels) {
    /** OpenShift's own levels. */
    enum Severity {
        /** Users cannot work: at any hour. */
        CRITICAL("critical"),
        /** They soon cannot, or work badly: in working hours. */
        WARNING("warning");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Alert {
        labels = Map.copyOf(labels);
    }
}
