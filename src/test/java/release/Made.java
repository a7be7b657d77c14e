package release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import release.Release.Digests;
import release.Release.HealthOutcome;
import release.Release.PolicyOutcome;

/** Releases for tests. */
public final class Made {
    public static final String COMMIT = "3f2c".repeat(10);

    private Made() {}

    public static Release release(int number, String previous) {
        return release(number, previous, "2026-11-20T06:00:00Z");
    }

    public static Release release(int number, String previous, String made) {
        return release(number, previous, made, Map.of());
    }

    /** The first release, made on a real cluster. */
    public static Release withDigests(Map<String, String> imageDigests) {
        return release(1, "", "2026-11-20T06:00:00Z", imageDigests);
    }

    private static Release release(int number, String previous, String made, Map<String, String> imageDigests) {
        return new Release(
                "dev",
                number,
                COMMIT,
                "twin/dev/6e2",
                new Digests(Digest.of("rendered" + number), Digest.of("policies"), Digest.of("state" + number)),
                Map.of("hub.chart: charts/jupyterhub", Digest.of("chart")),
                List.of("quay.io/jupyterhub/k8s-hub:4.2.0"),
                imageDigests,
                Map.of("pulumi", "3.256.0"),
                new PolicyOutcome(1, List.of()),
                new HealthOutcome(true, 40, List.of()),
                made,
                "ada",
                previous,
                Map.of(),
                Optional.empty());
    }
}
