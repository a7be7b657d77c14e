package facility.checkmk;

import facility.Environment;
import java.time.Duration;
import java.util.List;

/** The shared values of CheckMK: one site for both environments, each with a folder and a cluster of its own. */
public final class SharedCheckmk {
    private SharedCheckmk() {}

    public static Checkmk of(Environment environment) {
        String cluster = "okd-" + environment.key();
        return new Checkmk(
                "https://monitoring.example.org",
                "facility",
                "automation",
                "analysis_facility_" + environment.key(),
                cluster,
                "https://api." + cluster + ".example.org:6443",
                new Usage.Prometheus("https://prometheus-k8s-openshift-monitoring.apps." + cluster + ".example.org"),
                new Levels(Duration.ofSeconds(2), Duration.ofSeconds(10)),
                new Levels(Duration.ofDays(30), Duration.ofDays(10)),
                false,
                List.of());
    }
}
