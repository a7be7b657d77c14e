package stacks.monitoring;

import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** Quotas over several namespaces, by openshift-state-metrics: every ClusterResourceQuota that the cluster has. */
final class ExperimentRules {
    private ExperimentRules() {}

    static RuleGroup of(String namespace, Thresholds limits) {
        String quota = "max by (name, resource) (openshift_clusterresourcequota_usage{type=";
        return new RuleGroup(
                "experiments",
                namespace,
                List.of(),
                List.of(new Alert(
                        "ExperimentQuotaNearlyUsed",
                        Severity.WARNING,
                        quota + "\"used\"})\n  / (" + quota + "\"hard\"}) > 0) > " + PromQl.share(limits.quotaUse()),
                        limits.sustainedFor(),
                        "An experiment's quota over all its namespaces is nearly used.",
                        Map.of())));
    }
}
