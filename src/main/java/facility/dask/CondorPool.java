package facility.dask;

import static java.util.Objects.requireNonNull;

import facility.Image;
import facility.Quantity;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTCondor pool whose jobs are Dask workers.
 *
 * @param schedd the access point that jobs are submitted to
 * @param image what each job runs in
 * @param maxJobs the most jobs that the access point lets one submission have at a time
 * @param cores of a job
 * @param memory of a job
 * @param disk of a job
 * @param firstPort the worker's lowest port; the pool's firewall opens the range
 * @param lastPort its highest
 * @param requirements which of the pool's machines take such jobs
 * @param monitor what sees the jobs that wait
 */
public record CondorPool(
        String schedd,
        Image image,
        int maxJobs,
        int cores,
        Quantity memory,
        Quantity disk,
        int firstPort,
        int lastPort,
        String requirements,
        Optional<QueueMonitor> monitor)
        implements BatchSystem {
    private static final BigInteger KIB = BigInteger.valueOf(1024);

    public CondorPool {
        requireNonNull(schedd, "schedd is null");
        requireNonNull(image, "image is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(disk, "disk is null");
        requireNonNull(requirements, "requirements is null");
        requireNonNull(monitor, "monitor is null");
    }

    @Override
    public String system() {
        return "htcondor";
    }

    @Override
    public String accessPoint() {
        return schedd;
    }

    /** HTCondor's shared port: collector and access point both answer there. */
    @Override
    public int queuePort() {
        return 9618;
    }

    @Override
    public Map<String, String> clientSettings(String tokenFolder) {
        return new TreeMap<>(Map.of(
                // No file of the image's: a client of another pool would be another's.
                "CONDOR_CONFIG", "ONLY_ENV",
                "_CONDOR_SEC_CLIENT_AUTHENTICATION", "REQUIRED",
                "_CONDOR_SEC_CLIENT_AUTHENTICATION_METHODS", "IDTOKENS",
                "_CONDOR_SEC_TOKEN_DIRECTORY", tokenFolder));
    }

    /**
     * What differs from cluster to cluster are macros, which {@code condor_submit} takes as {@code name=value}:
     * {@code dask_cluster} (namespace and id, joined by a dot), {@code dask_worker}, {@code dask_log}, and
     * {@code dask_credentials}, a folder with the cluster's dask.crt, dask.pem and api-token.
     */
    @Override
    public String submitDescription(String schedulerAddress, String apiUrl) {
        return String.join(
                "\n",
                "universe = container",
                "container_image = docker://" + image,
                "executable = /usr/bin/env",
                "transfer_executable = false",
                "arguments = dask worker " + schedulerAddress
                        + " --scheduler-sni daskgateway-$(dask_cluster) --name $(dask_worker)-$(Process)"
                        + " --worker-port " + firstPort + ":" + lastPort + " --nthreads " + cores
                        + " --memory-limit " + memory.roundedUp() + " --no-nanny --no-dashboard",
                "environment = \"" + String.join(" ", environment(apiUrl)) + "\"",
                "should_transfer_files = YES",
                "when_to_transfer_output = ON_EXIT",
                "transfer_input_files = "
                        + "$(dask_credentials)/dask.crt, $(dask_credentials)/dask.pem, $(dask_credentials)/api-token",
                "request_cpus = " + cores,
                "request_memory = " + memoryMib(),
                "request_disk = " + diskKib(),
                "requirements = " + requirements,
                // The access point keeps no more of a submission in its queue; the others follow as jobs end.
                "max_materialize = " + maxJobs,
                // Tells them from other jobs, in condor_q and in the pool's own policy.
                "+isDaskJob = true",
                "+DaskCluster = \"$(dask_cluster)\"",
                "log = $(dask_log)",
                "");
    }

    /** What a worker of Dask Gateway finds in its environment; the files lie in the job's own folder. */
    private static List<String> environment(String apiUrl) {
        return List.of(
                "DASK_GATEWAY_API_URL=" + apiUrl,
                "DASK_GATEWAY_CLUSTER_NAME=$(dask_cluster)",
                "DASK_GATEWAY_API_TOKEN=api-token",
                "DASK_DISTRIBUTED__COMM__TLS__CA_FILE=dask.crt",
                "DASK_DISTRIBUTED__COMM__TLS__WORKER__CERT=dask.crt",
                "DASK_DISTRIBUTED__COMM__TLS__WORKER__KEY=dask.pem");
    }

    /** In MiB, rounded up: HTCondor's unit of request_memory. */
    BigInteger memoryMib() {
        return memory.roundedUp().add(KIB.pow(2).subtract(BigInteger.ONE)).divide(KIB.pow(2));
    }

    /** In KiB, rounded up: HTCondor's unit of request_disk. */
    BigInteger diskKib() {
        return disk.roundedUp().add(KIB.subtract(BigInteger.ONE)).divide(KIB);
    }
}
