package stacks.monitoring;

import facility.dask.CondorPool;
import facility.dask.DaskGateway;
import facility.monitoring.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stacks.dask.BatchMonitor;
import stacks.dask.TraefikMetrics;
import stacks.monitoring.Alert.Severity;

/** Dask workers that wait, in the cluster for a node and in the batch system for a slot; and what Dask Gateway answers. */
final class DaskRules {
    static final String PENDING = "facility:dask_worker_pending_seconds:max";
    static final String BATCH_PENDING = "facility:dask_batch_worker_pending_seconds:max";
    static final String ERRORS = "facility:dask_gateway_server_errors:ratio";

    private DaskRules() {}

    static RuleGroup of(DaskGateway dask, Thresholds limits) {
        String namespace = dask.namespace();
        // The controller's names: dask-worker-<cluster>-<random>.
        String workers = "namespace=\"" + namespace + "\",pod=~\"dask-worker-.*\"";
        var recordings = new ArrayList<>(List.of(
                new Recording(
                        PENDING,
                        "max((time() - max by (pod) (kube_pod_created{" + workers + "}))\n"
                                + "  * on (pod) max by (pod) (kube_pod_status_phase{" + workers
                                + ",phase=\"Pending\"} == 1))"),
                new Recording(
                        ERRORS,
                        PromQl.shareOf(
                                "traefik_entrypoint_requests_total",
                                matchers(namespace, TraefikMetrics.NAME) + ",entrypoint=\"web\"",
                                "code=~\"5..\"",
                                "5m"))));
        var alerts = new ArrayList<>(List.of(
                new Alert(
                        "DaskWorkersPending",
                        Severity.WARNING,
                        PENDING + " > " + PromQl.seconds(limits.workersPending()),
                        limits.sustainedFor(),
                        "Dask workers wait for a node: the cluster or the quota is full.",
                        Map.of()),
                new Alert(
                        "DaskGatewayServerErrors",
                        Severity.WARNING,
                        ERRORS + " > " + PromQl.share(limits.serverErrors()),
                        limits.sustainedFor(),
                        "A large share of the answers of Dask Gateway and the dashboards are 5xx.",
                        Map.of())));
        dask.batch().filter(pool -> pool.monitor().isPresent()).ifPresent(pool -> {
            String queue = matchers(namespace, BatchMonitor.NAME);
            recordings.add(new Recording(BATCH_PENDING, "max(dask_batch_worker_pending_seconds{" + queue + "})"));
            alerts.addAll(batch(pool, queue, limits));
        });
        return new RuleGroup("dask", namespace, recordings, alerts);
    }

    private static List<Alert> batch(CondorPool pool, String queue, Thresholds limits) {
        return List.of(
                new Alert(
                        "DaskBatchWorkersPending",
                        Severity.WARNING,
                        BATCH_PENDING + " > " + PromQl.seconds(limits.workersPending()),
                        limits.sustainedFor(),
                        "Batch jobs that are Dask workers wait for a slot of the pool.",
                        Map.of()),
                new Alert(
                        "DaskBatchQueueUnreadable",
                        Severity.WARNING,
                        "max(dask_batch_queue_up{" + queue + "}) == 0",
                        limits.sustainedFor(),
                        "The queue of " + pool.schedd() + " cannot be read: nobody sees which batch workers wait.",
                        Map.of()),
                new Alert(
                        "DaskBatchWorkersAboveLimit",
                        Severity.WARNING,
                        "max(sum by (cluster) (dask_batch_workers{" + queue + "})) > " + pool.maxJobs(),
                        limits.sustainedFor(),
                        "A Dask cluster has more batch jobs than dask.batch.maxJobs: it was submitted for several times.",
                        Map.of()));
    }

    private static String matchers(String namespace, String job) {
        return "namespace=\"" + namespace + "\",job=\"" + job + "\"";
    }
}
