package facility.monitoring;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/**
 * How the facility is watched, and from where on somebody is told.
 *
 * @param namespace where the prober runs and the rules on the whole cluster lie
 * @param scrapeInterval how often each service is asked for its metrics
 * @param runbooks address below which each alert has a page of its name
 * @param labels what each alert carries for Alertmanager to choose its receiver by, beside {@code severity}
 */
public record Monitoring(
        String namespace,
        Duration scrapeInterval,
        String runbooks,
        Map<String, String> labels,
        Probes probes,
        Thresholds thresholds) {
    public Monitoring {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(scrapeInterval, "scrapeInterval is null");
        requireNonNull(runbooks, "runbooks is null");
        labels = Map.copyOf(labels);
        requireNonNull(probes, "probes is null");
        requireNonNull(thresholds, "thresholds is null");
    }
}
