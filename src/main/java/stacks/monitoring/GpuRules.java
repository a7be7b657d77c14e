package stacks.monitoring;

import facility.GpuResource;
import facility.monitoring.Thresholds;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import stacks.monitoring.Alert.Severity;

/** Slices of each MIG profile, whole cards and shares: used, free, and lost against what is declared. */
final class GpuRules {
    static final String USED = "facility:gpu_slices_used:sum";
    static final String OFFERED = "facility:gpu_slices_offered:sum";

    private GpuRules() {}

    /**
     * The rules.
     *
     * @param slices how many of each the nodes should offer
     */
    static RuleGroup of(String namespace, Map<String, Integer> slices, Thresholds limits) {
        var recordings = new ArrayList<Recording>();
        var alerts = new ArrayList<Alert>();
        new TreeMap<>(slices).forEach((profile, promised) -> {
            var labels = Map.of("profile", profile);
            String resource = "resource=\"" + PromQl.resourceLabel(GpuResource.resourceName(profile)) + "\"";
            recordings.add(new Recording(USED, used(resource), labels));
            recordings.add(
                    new Recording(OFFERED, "sum(kube_node_status_allocatable{" + resource + "}) or vector(0)", labels));
            String chosen = "{profile=\"" + profile + "\"}";
            alerts.add(new Alert(
                    "GpuSlicesTaken",
                    Severity.WARNING,
                    OFFERED + chosen + " - " + USED + chosen + " < " + limits.gpuSlicesFree(),
                    limits.sustainedFor(),
                    "Fewer slices of " + profile + " are free than declared: users will wait.",
                    labels));
            alerts.add(new Alert(
                    "GpuSlicesMissing",
                    Severity.CRITICAL,
                    OFFERED + chosen + " < " + promised,
                    limits.sustainedFor(),
                    "Nodes offer fewer slices of " + profile + " than their layouts promise (" + promised + ").",
                    labels));
        });
        return new RuleGroup("gpu", namespace, recordings, alerts);
    }

    /** Requests of pods that hold or wait for a slice; a pod that ended keeps its series, but no slice. */
    private static String used(String resource) {
        return "sum(max by (namespace, pod, container) (kube_pod_container_resource_requests{" + resource + "})\n"
                + "  * on (namespace, pod) group_left ()"
                + " max by (namespace, pod) (kube_pod_status_phase{phase=~\"Pending|Running\"} == 1))\n"
                + "  or vector(0)";
    }
}
