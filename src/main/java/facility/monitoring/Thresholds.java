package facility.monitoring;

import static java.util.Objects.requireNonNull;

import facility.Percent;
import java.time.Duration;

/**
 * From where on a measurement is an alert.
 *
 * @param sustainedFor how long it has to stay there
 * @param spawnDuration of nine in ten spawns
 * @param stopDuration of nine in ten stops
 * @param pollDuration of nine in ten polls
 * @param hubStartup from the hub's start until it answers
 * @param failures share of spawns, stops, polls, builds and launches that fail
 * @param responseTime of a probe, from outside
 * @param serverErrors share of the proxy's answers that are 5xx
 * @param gpuSlicesFree slices of a profile that should be free
 * @param storageUse of Ceph, of a storage class, of a service's volume
 * @param quotaUse of a namespace's or an experiment's quota
 * @param workersPending age of a Dask worker that does not run yet
 * @param certificateLeft what a certificate has to last still
 */
public record Thresholds(
        Duration sustainedFor,
        Duration spawnDuration,
        Duration stopDuration,
        Duration pollDuration,
        Duration hubStartup,
        Percent failures,
        Duration responseTime,
        Percent serverErrors,
        int gpuSlicesFree,
        Percent storageUse,
        Percent quotaUse,
        Duration workersPending,
        Duration certificateLeft) {
    public Thresholds {
        requireNonNull(sustainedFor, "sustainedFor is null");
        requireNonNull(spawnDuration, "spawnDuration is null");
        requireNonNull(stopDuration, "stopDuration is null");
        requireNonNull(pollDuration, "pollDuration is null");
        requireNonNull(hubStartup, "hubStartup is null");
        requireNonNull(failures, "failures is null");
        requireNonNull(responseTime, "responseTime is null");
        requireNonNull(serverErrors, "serverErrors is null");
        requireNonNull(storageUse, "storageUse is null");
        requireNonNull(quotaUse, "quotaUse is null");
        requireNonNull(workersPending, "workersPending is null");
        requireNonNull(certificateLeft, "certificateLeft is null");
    }
}
