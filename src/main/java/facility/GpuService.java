package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * GPUs that are reached over the network: a server outside the cluster that computes on its own cards.
 *
 * @param protocol what it speaks
 * @param tls whether connections are encrypted; its certificate is for {@code host}
 * @param host its name, if it has one
 * @param networks where the addresses behind {@code host} lie: a NetworkPolicy takes no names
 * @param addresses its addresses, if it has no name
 * @param variable the environment variable that tells a flavour's processes where it is
 * @param namespaces whose pods may be let out to it
 * @param groups whose members may have a flavour bound to it; everybody, if none is named
 */
public record GpuService(
        String name,
        Protocol protocol,
        boolean tls,
        int port,
        Optional<String> host,
        Optional<List<String>> networks,
        Optional<List<String>> addresses,
        String variable,
        List<String> namespaces,
        Optional<List<String>> groups)
        implements Named {
    public GpuService {
        requireNonNull(name, "name is null");
        requireNonNull(protocol, "protocol is null");
        requireNonNull(host, "host is null");
        networks = networks.map(List::copyOf);
        addresses = addresses.map(List::copyOf);
        requireNonNull(variable, "variable is null");
        namespaces = List.copyOf(namespaces);
        groups = groups.map(List::copyOf);
    }

    /** What is spoken to it. */
    public enum Protocol implements Keyed {
        GRPC("grpc"),
        HTTP("http");

        private final String key;

        Protocol(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** Its name, or the first of its addresses. */
    public String address() {
        return host.orElseGet(() -> addresses.orElse(List.of("")).get(0));
    }

    /** What an egress rule names. */
    public List<String> cidrs() {
        return networks.orElseGet(() -> addresses.orElse(List.of()).stream()
                .map(address -> address + "/32")
                .toList());
    }

    /** Its own name, which is what its certificate is for; without one, the name of its Service in a namespace. */
    public String endpoint(String namespace) {
        String scheme = protocol == Protocol.GRPC ? "" : tls ? "https://" : "http://";
        return scheme + host.orElse(name + "." + namespace + ".svc") + ":" + port;
    }
}
