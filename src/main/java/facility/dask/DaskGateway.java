package facility.dask;

import static java.util.Objects.requireNonNull;

import facility.ChartSource;
import facility.Image;
import facility.Quantity;
import facility.SecretValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Dask Gateway, which starts Dask clusters for the hub's users.
 *
 * @param host the Route's host, for the API and the dashboards
 * @param images what users may choose beside those of flavours; the first is the standard one
 * @param workerCores cores of a worker
 * @param workerMemory GiB of a worker
 * @param schedulerCpu cores of a cluster's scheduler
 * @param schedulerMemory bytes of a cluster's scheduler
 * @param door where workers outside reach a scheduler
 * @param batch the batch system whose jobs may join as workers
 */
public record DaskGateway(
        String namespace,
        String host,
        ChartSource chart,
        Image serverImage,
        Image traefikImage,
        List<ClusterImage> images,
        Choice workerCores,
        Choice workerMemory,
        Quantity schedulerCpu,
        Quantity schedulerMemory,
        ClusterLimits limits,
        SchedulerDoor door,
        Optional<CondorPool> batch) {
    public static final SecretValue HUB_TOKEN =
            SecretValue.hex("daskGatewayHubToken", "lets Dask Gateway ask the hub who a user is");

    public static final SecretValue BATCH_TOKEN =
            SecretValue.text("daskBatchToken", "lets the monitor of batch workers read the batch system's queue");

    public DaskGateway {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(host, "host is null");
        requireNonNull(chart, "chart is null");
        requireNonNull(serverImage, "serverImage is null");
        requireNonNull(traefikImage, "traefikImage is null");
        images = List.copyOf(images);
        requireNonNull(workerCores, "workerCores is null");
        requireNonNull(workerMemory, "workerMemory is null");
        requireNonNull(schedulerCpu, "schedulerCpu is null");
        requireNonNull(schedulerMemory, "schedulerMemory is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(door, "door is null");
        requireNonNull(batch, "batch is null");
    }

    /** The same gateway with more images to choose from. */
    public DaskGateway offering(List<ClusterImage> more) {
        return new DaskGateway(
                namespace,
                host,
                chart,
                serverImage,
                traefikImage,
                Stream.concat(images.stream(), more.stream()).toList(),
                workerCores,
                workerMemory,
                schedulerCpu,
                schedulerMemory,
                limits,
                door,
                batch);
    }

    /** The most that one worker may take. */
    public Quantity largestWorkerMemory() {
        return Quantity.parse(workerMemory.max() + "Gi");
    }

    public List<SecretValue> secrets() {
        return batch.flatMap(CondorPool::monitor).isPresent() ? List.of(BATCH_TOKEN, HUB_TOKEN) : List.of(HUB_TOKEN);
    }
}
