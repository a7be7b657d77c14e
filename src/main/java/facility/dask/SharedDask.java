package facility.dask;

import facility.ChartSource;
import facility.Image;
import facility.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Dask Gateway's shared values. */
public final class SharedDask {
    private SharedDask() {}

    public static DaskGateway of() {
        return new DaskGateway(
                "dask-gateway",
                "dask-gateway.example.org",
                ChartSource.folder("charts/dask-gateway"),
                // The images of the dask-gateway chart 2026.3.0.
                Image.parse("ghcr.io/dask/dask-gateway-server:2026.3.0"),
                Image.parse("docker.io/library/traefik:3.3.5"),
                List.of(new ClusterImage("standard", Image.parse("ghcr.io/dask/dask-gateway:2026.3.0"))),
                new Choice(1, 4, 2),
                new Choice(1, 8, 4),
                Quantity.parse("1"),
                Quantity.parse("2Gi"),
                new ClusterLimits(48, Quantity.parse("128Gi"), 40, 20, Duration.ofMinutes(30), Duration.ofHours(24)),
                new SchedulerDoor(
                        SchedulerDoor.Kind.NODE_PORT,
                        "dask-scheduler.example.org",
                        8786,
                        List.of(),
                        Optional.of(30786)),
                Optional.of(new CondorPool(
                        "schedd.example.org",
                        Image.parse("ghcr.io/dask/dask-gateway:2026.3.0"),
                        100,
                        2,
                        Quantity.parse("4Gi"),
                        Quantity.parse("10Gi"),
                        // As the laboratory's pool opens them to its Dask jobs today.
                        10000,
                        10070,
                        "isDaskNode == true",
                        Optional.of(new QueueMonitor(
                                Image.parse("registry.example.org/eaf/condor-client:2026.11"),
                                "collector.example.org",
                                // Addresses for documentation (RFC 5737), as the hosts below example.org are names for
                                // it.
                                List.of("192.0.2.64/28"))))));
    }
}
