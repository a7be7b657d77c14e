package facility.monitoring;

import facility.Image;
import facility.Percent;
import java.time.Duration;
import java.util.Map;

/** What is watched in every environment, and its thresholds. */
public final class SharedMonitoring {
    private SharedMonitoring() {}

    public static Monitoring of() {
        return new Monitoring(
                "monitoring",
                // By the status slides of September 2022, for dev and prod.
                Duration.ofSeconds(30),
                "https://docs.example.org/runbooks",
                Map.of("team", "infrastructure-team"),
                new Probes(
                        Image.parse("quay.io/prometheus/blackbox-exporter:v0.27.0"),
                        Duration.ofSeconds(10),
                        // What answers without a session; / would follow the whole sign-in.
                        Map.of("hub.host", "/hub/health", "binder.host", "/health", "dask.host", "/api/health"),
                        Map.of("documentation", "https://docs.example.org/")),
                thresholds());
    }

    private static Thresholds thresholds() {
        return new Thresholds(
                Duration.ofMinutes(10),
                Duration.ofMinutes(3),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                new Percent(10),
                Duration.ofSeconds(5),
                new Percent(5),
                1,
                // Ceph warns by itself at 85% (mon_osd_nearfull_ratio): here is the time to act before.
                new Percent(80),
                new Percent(90),
                Duration.ofMinutes(15),
                Duration.ofDays(14));
    }
}
