package facility.dask;

import java.util.Map;
import java.util.Optional;

/** A batch system whose jobs join a Dask cluster as workers. Another one is one more class. */
public interface BatchSystem {
    /** As metrics and settings name it. */
    String system();

    /** The most jobs of one submission; who keeps it is the batch system itself, by what the job says. */
    int maxJobs();

    /** Whose queue the jobs are in. */
    String accessPoint();

    /** What looks into the queue, if anything does. */
    Optional<QueueMonitor> monitor();

    /** The port that the queue is read at. */
    int queuePort();

    /**
     * What the batch system's client finds in its environment where it reads the queue.
     *
     * @param tokenFolder the folder with the token that it shows
     */
    Map<String, String> clientSettings(String tokenFolder);

    /**
     * The job as the batch system's submit command reads it.
     *
     * @param schedulerAddress {@code tls://host:port} of the scheduler's door
     * @param apiUrl the gateway's API as workers outside reach it
     */
    String submitDescription(String schedulerAddress, String apiUrl);
}
