package facility.binder;

import static java.util.Objects.requireNonNull;

import facility.Keyed;
import java.util.List;
import java.util.Optional;

/**
 * Where builds may connect to, beside the cluster's DNS. Exactly the setting in force is declared: what is not in force
 * would be read as if it were.
 *
 * @param use which one is in force
 * @param cidrs networks, on the ports of HTTP and HTTPS
 * @param dnsNames hosts, on the same ports
 */
public record Egress(Kind use, List<String> cidrs, Optional<Proxy> proxy, List<String> dnsNames) {
    public Egress {
        requireNonNull(use, "use is null");
        cidrs = List.copyOf(cidrs);
        requireNonNull(proxy, "proxy is null");
        dnsNames = List.copyOf(dnsNames);
    }

    /** What decides on a connection. */
    public enum Kind implements Keyed {
        /** A NetworkPolicy that names networks. */
        CIDRS("cidrs"),
        /** A proxy of the laboratory's; a NetworkPolicy lets builds reach it and nothing else. */
        PROXY("proxy"),
        /** OVN's EgressFirewall, which follows names. */
        DNS_NAMES("dnsNames");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /**
     * A proxy for HTTP and HTTPS.
     *
     * @param url {@code http://host:port}, as {@code HTTP_PROXY} has it
     * @param cidr its address as a network, since a NetworkPolicy knows no names: {@code 192.0.2.7/32}
     * @param exceptions hosts that are not asked for through it, as {@code NO_PROXY} has them: inside the cluster only,
     *     because nothing else is let through
     */
    public record Proxy(String url, String cidr, List<String> exceptions) {
        public Proxy {
            requireNonNull(url, "url is null");
            requireNonNull(cidr, "cidr is null");
            exceptions = List.copyOf(exceptions);
        }
    }
}
