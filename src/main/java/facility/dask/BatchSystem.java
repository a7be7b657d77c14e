package facility.dask;

/** A batch system whose jobs join a Dask cluster as workers. Another one is one more class. */
public interface BatchSystem {
    /** As metrics and settings name it. */
    String system();

    /** The most jobs of one cluster. */
    int maxJobs();

    /**
     * The job as the batch system's submit command reads it.
     *
     * @param schedulerAddress {@code tls://host:port} of the scheduler's door
     * @param apiUrl the gateway's API as workers outside reach it
     */
    String submitDescription(String schedulerAddress, String apiUrl);
}
