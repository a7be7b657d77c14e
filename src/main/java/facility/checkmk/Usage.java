package facility.checkmk;

import static java.util.Objects.requireNonNull;

import facility.ChartSource;
import facility.Typed;
import java.util.Optional;

/** Where CheckMK reads from what pods and nodes use, as its Kubernetes agent knows the two sources. */
public sealed interface Usage extends Typed {
    /** Its address, as CheckMK reaches it. */
    String url();

    /** The collectors, where they are wanted. */
    default Optional<ClusterCollector> collectors() {
        return this instanceof ClusterCollector collectors ? Optional.of(collectors) : Optional.empty();
    }

    /** The platform's own Prometheus: CheckMK's documented way on OpenShift, and no collector runs. */
    record Prometheus(String url) implements Usage {
        public Prometheus {
            requireNonNull(url, "url is null");
        }
    }

    /**
     * CheckMK's own collectors, for its editions that read no Prometheus: one pod for the cluster, and on each node two
     * that look at the host, for which their namespace is privileged.
     *
     * @param chart Checkmk's chart {@code checkmk}
     * @param host the Route's host
     */
    record ClusterCollector(ChartSource chart, String namespace, String host) implements Usage {
        public ClusterCollector {
            requireNonNull(chart, "chart is null");
            requireNonNull(namespace, "namespace is null");
            requireNonNull(host, "host is null");
        }

        @Override
        public String url() {
            return "https://" + host;
        }
    }
}
