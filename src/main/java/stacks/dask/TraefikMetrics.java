package stacks.dask;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;
import kube.Labels;

/**
 * What Traefik counts of the requests to Dask Gateway and to the dashboards, whose API has no metrics of its own. A Service
 * beside the chart's: that one is a door for workers outside, and would open this port to them.
 */
public final class TraefikMetrics {
    public static final String NAME = "traefik-metrics";

    /** Traefik's own entry point, where it answers to its probes too, in the charts of both sources. */
    public static final int PORT = 9000;

    /** Of Traefik's pods and, with the name beside, of this Service. */
    public static final Map<String, String> LABELS = Map.of("app.kubernetes.io/component", "traefik");

    /** Off by default; with it Traefik has {@code /metrics} at its own entry point. */
    static final String ARGUMENT = "--metrics.prometheus=true";

    private TraefikMetrics() {}

    static HasMetadata service(String namespace) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .addToLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withSelector(LABELS)
                .addNewPort()
                .withName("metrics")
                .withProtocol("TCP")
                .withPort(PORT)
                .withTargetPort(new IntOrString("traefik"))
                .endPort()
                .endSpec()
                .build();
    }
}
