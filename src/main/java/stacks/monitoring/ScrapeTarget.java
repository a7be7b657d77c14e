package stacks.monitoring;

import facility.Facility;
import facility.dask.CondorPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stacks.dask.BatchMonitor;
import stacks.dask.TraefikMetrics;
import stacks.jupyterhub.JupyterHubStack;

/**
 * A Service that Prometheus scrapes.
 *
 * @param service its name; Prometheus' label {@code job} too
 * @param labels of the Service and of the pods behind it
 * @param port the Service's port, by name
 * @param podPort the port of its pods, which the fence opens to the scraper
 * @param tokenSecret the Secret of its own namespace that holds its token, and the key
 */
record ScrapeTarget(
        String namespace,
        String service,
        Map<String, String> labels,
        String port,
        int podPort,
        String path,
        Optional<Token> tokenSecret) {
    /** A bearer token in a Secret. */
    record Token(String secret, String key) {}

    ScrapeTarget {
        labels = Map.copyOf(labels);
    }

    /** All that the facility declares. */
    static List<ScrapeTarget> of(Facility facility) {
        var hub = facility.hub();
        String dask = facility.dask().namespace();
        var targets = new ArrayList<>(List.of(
                new ScrapeTarget(
                        hub.namespace(),
                        "hub",
                        part("jupyterhub", "hub"),
                        "hub",
                        8081,
                        "/hub/metrics",
                        // Of the hub's service "prometheus", whose one scope is read:metrics.
                        Optional.of(new Token(JupyterHubStack.SECRET, "hub.services.prometheus.apiToken"))),
                new ScrapeTarget(
                        hub.namespace(),
                        "proxy-metrics",
                        part("jupyterhub", "proxy"),
                        "metrics",
                        8002,
                        "/metrics",
                        Optional.empty()),
                new ScrapeTarget(
                        facility.binder().namespace(),
                        "binder",
                        part("binderhub", "binder"),
                        "http",
                        8585,
                        "/metrics",
                        Optional.empty()),
                new ScrapeTarget(
                        dask,
                        TraefikMetrics.NAME,
                        TraefikMetrics.LABELS,
                        "metrics",
                        TraefikMetrics.PORT,
                        "/metrics",
                        Optional.empty())));
        facility.dask()
                .batch()
                .flatMap(CondorPool::monitor)
                .ifPresent(monitor -> targets.add(new ScrapeTarget(
                        dask,
                        BatchMonitor.NAME,
                        BatchMonitor.LABELS,
                        "metrics",
                        BatchMonitor.PORT,
                        "/metrics",
                        Optional.empty())));
        return List.copyOf(targets);
    }

    private static Map<String, String> part(String name, String component) {
        return Map.of("app.kubernetes.io/name", name, "app.kubernetes.io/component", component);
    }
}
