package stacks.monitoring;

import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** Dask workers in the cluster that wait for a node. */
final class DaskRules {
    static final String PENDING = "facility:dask_worker_pending_seconds:max";

    private DaskRules() {}

    static RuleGroup of(String namespace, Thresholds limits) {
        // The controller's names: dask-worker-<cluster>-<random>.
        String workers = "namespace=\"" + namespace + "\",pod=~\"dask-worker-.*\"";
        return new RuleGroup(
                "dask",
                namespace,
                List.of(new Recording(
                        PENDING,
                        "max((time() - max by (pod) (kube_pod_created{" + workers + "}))\n"
                                + "  * on (pod) max by (pod) (kube_pod_status_phase{" + workers
                                + ",phase=\"Pending\"} == 1))")),
                List.of(new Alert(
                        "DaskWorkersPending",
                        Severity.WARNING,
                        PENDING + " > " + PromQl.seconds(limits.workersPending()),
                        limits.sustainedFor(),
                        "Dask workers wait for a node: the cluster or the quota is full.",
                        Map.of())));
    }
}
