package stacks.network;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What NetworkPolicies let through over TCP, by Kubernetes' own rules: a pod that none selects is open. */
final class Policies {
    /** Stands for every port that no policy names. */
    static final int ANY_OTHER = 1;

    private final List<NetworkPolicy> policies;

    Policies(List<NetworkPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** Both ends have to agree. */
    boolean connects(Endpoint from, Endpoint to, int port) {
        return leaves(from, to, port) && enters(from, to, port);
    }

    /** The ports that some policy names, as numbers of that pod, and one that none does. */
    Set<Integer> ports(Endpoint to) {
        var ports = new TreeSet<>(Set.of(ANY_OTHER));
        policies.stream()
                .flatMap(policy -> Stream.concat(
                        policy.getSpec().getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                        policy.getSpec().getEgress().stream().flatMap(rule -> rule.getPorts().stream())))
                .map(port -> number(port, to))
                .filter(number -> number > 0)
                .forEach(ports::add);
        return ports;
    }

    /** The addresses that policies let pods out to by name; everything is none. */
    List<String> blocks() {
        return policies.stream()
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getTo().stream())
                .filter(peer -> peer.getIpBlock() != null)
                .map(peer -> peer.getIpBlock().getCidr())
                .filter(cidr -> !cidr.endsWith("/0"))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean enters(Endpoint from, Endpoint to, int port) {
        var its = of(to, "Ingress");
        return its.isEmpty()
                || its.stream().anyMatch(policy -> policy.getSpec().getIngress().stream()
                        .anyMatch(rule -> any(rule.getPorts(), to, port)
                                && peers(
                                        rule.getFrom(),
                                        from,
                                        policy.getMetadata().getNamespace())));
    }

    private boolean leaves(Endpoint from, Endpoint to, int port) {
        var its = of(from, "Egress");
        return its.isEmpty()
                || its.stream().anyMatch(policy -> policy.getSpec().getEgress().stream()
                        .anyMatch(rule -> any(rule.getPorts(), to, port)
                                && peers(rule.getTo(), to, policy.getMetadata().getNamespace())));
    }

    private List<NetworkPolicy> of(Endpoint pod, String type) {
        return policies.stream()
                .filter(policy ->
                        pod.isPod() && policy.getMetadata().getNamespace().equals(pod.namespace()))
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> Endpoint.matches(policy.getSpec().getPodSelector(), pod.labels()))
                .toList();
    }

    private static boolean any(List<NetworkPolicyPort> ports, Endpoint to, int port) {
        return ports.isEmpty() || ports.stream().anyMatch(each -> number(each, to) == port);
    }

    /** 0 for another protocol, and for a name that the pod gives to no port. */
    private static int number(NetworkPolicyPort port, Endpoint to) {
        if (port.getProtocol() != null && !port.getProtocol().equals("TCP")) {
            return 0;
        }
        return port.getPort().getStrVal() == null
                ? port.getPort().getIntVal()
                : to.ports().getOrDefault(port.getPort().getStrVal(), 0);
    }

    private static boolean peers(List<NetworkPolicyPeer> peers, Endpoint other, String namespace) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> matches(peer, other, namespace));
    }

    private static boolean matches(NetworkPolicyPeer peer, Endpoint other, String namespace) {
        if (peer.getIpBlock() != null) {
            return other.address()
                    .filter(address -> within(peer.getIpBlock(), address))
                    .isPresent();
        }
        boolean there = peer.getNamespaceSelector() == null
                ? other.namespace().equals(namespace)
                : Endpoint.matches(peer.getNamespaceSelector(), other.namespaceLabels());
        return other.isPod()
                && there
                && (peer.getPodSelector() == null || Endpoint.matches(peer.getPodSelector(), other.labels()));
    }

    private static boolean within(IPBlock block, String address) {
        return within(block.getCidr(), address)
                && block.getExcept().stream().noneMatch(except -> within(except, address));
    }

    private static boolean within(String cidr, String address) {
        int slash = cidr.indexOf('/');
        int hostBits = 32 - Integer.parseInt(cidr.substring(slash + 1));
        return number(cidr.substring(0, slash))
                .shiftRight(hostBits)
                .equals(number(address).shiftRight(hostBits));
    }

    private static BigInteger number(String address) {
        try {
            return new BigInteger(1, InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
