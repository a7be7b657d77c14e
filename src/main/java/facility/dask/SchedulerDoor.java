package facility.dask;

import static java.util.Objects.requireNonNull;

import facility.Keyed;
import java.util.List;
import java.util.Optional;

/**
 * Where workers outside the cluster reach their scheduler. Its TLS names {@code daskgateway-<namespace>.<id>}, which is no
 * host, so that no Route can carry it: a Service leads straight to Traefik.
 *
 * @param host the name that points at the address
 * @param externalIPs the addresses, with {@code use: externalIP} only
 * @param nodePort the port on every node, with {@code use: nodePort} only
 */
public record SchedulerDoor(Kind use, String host, int port, List<String> externalIPs, Optional<Integer> nodePort) {
    public SchedulerDoor {
        requireNonNull(use, "use is null");
        requireNonNull(host, "host is null");
        externalIPs = List.copyOf(externalIPs);
        requireNonNull(nodePort, "nodePort is null");
    }

    /** How the Service gets its address. */
    public enum Kind implements Keyed {
        /** From the cluster's load balancer. */
        LOAD_BALANCER("loadBalancer"),
        /** Every node's, on a port of the node port range. */
        NODE_PORT("nodePort"),
        /** Addresses that the network leads to the nodes. */
        EXTERNAL_IP("externalIP");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** The port that a worker outside calls. */
    public int outerPort() {
        return use == Kind.NODE_PORT ? nodePort.orElse(0) : port;
    }
}
