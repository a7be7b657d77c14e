package stacks.monitoring;

import facility.Namespace;
import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** One namespace: how much of its quota is used, and whether its services' volumes fill. */
final class NamespaceRules {
    static final String QUOTA = "facility:quota_used:ratio";

    private NamespaceRules() {}

    static RuleGroup of(Namespace namespace, Thresholds limits) {
        var labels = Map.of("namespace", namespace.name());
        return new RuleGroup(
                "namespace",
                namespace.name(),
                List.of(new Recording(QUOTA, quota(namespace.name()), labels)),
                List.of(
                        new Alert(
                                "QuotaNearlyUsed",
                                Severity.WARNING,
                                QUOTA + "{namespace=\"" + namespace.name() + "\"} > " + PromQl.share(limits.quotaUse()),
                                limits.sustainedFor(),
                                "A quota of namespace " + namespace.name() + " is nearly used.",
                                labels),
                        new Alert(
                                "VolumeFills",
                                Severity.WARNING,
                                volumes(namespace.name()) + " > " + PromQl.share(limits.storageUse()),
                                limits.sustainedFor(),
                                "A service's volume in namespace " + namespace.name() + " fills.",
                                labels)));
    }

    private static String quota(String namespace) {
        String quota = "kube_resourcequota{namespace=\"" + namespace + "\",resourcequota=\"quota\",type=";
        return "max by (resource) (" + quota + "\"used\"})\n  / (max by (resource) (" + quota + "\"hard\"}) > 0)";
    }

    /** Homes are their users' own (claim-NAME, by the hub): a full one is no alert. */
    private static String volumes(String namespace) {
        String services = "{namespace=\"" + namespace + "\",persistentvolumeclaim!~\"claim-.*\"}";
        return "max by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes" + services
                + "\n  / kubelet_volume_stats_capacity_bytes" + services + ")";
    }
}
