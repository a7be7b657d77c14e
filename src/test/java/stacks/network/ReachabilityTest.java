package stacks.network;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import house.Golden;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kube.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stacks.CheckedFacility;

/** Who reaches which pod, worked out from the NetworkPolicies as they are declared. */
class ReachabilityTest {
    /** HTCondor's workers come from addresses that nobody knows; each scheduler's own TLS judges them. */
    private static final String DOOR = "dask-gateway/traefik-dask-gateway:8786";

    /** Whom a port is open to that is open to both of these. */
    private static final Set<String> EVERYBODY = Set.of(Endpoints.OUTSIDE, Endpoints.ELSEWHERE);

    @ParameterizedTest
    @EnumSource(Environment.class)
    void a_reviewer_reads_who_reaches_whom(Environment environment) {
        var declared = declared(environment);
        Golden.assertMatches(
                "golden/" + environment.key() + "/reachability.txt",
                text(new Policies(policies(declared)), new Endpoints(declared)));
    }

    @ParameterizedTest
    @EnumSource(Environment.class)
    void nobody_else_reaches_anything(Environment environment) {
        var declared = declared(environment);
        assertThat(strangers(new Policies(policies(declared)), new Endpoints(declared)))
                .isSubsetOf(Set.of(DOOR))
                .isNotEmpty();
    }

    @Test
    void one_policy_too_many_is_seen() {
        var declared = declared(Environment.DEV);
        var policies = new ArrayList<>(policies(declared));
        policies.add(new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("open")
                .withNamespace("jupyterhub")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .addNewFrom()
                .withNewNamespaceSelector()
                .endNamespaceSelector()
                .withNewPodSelector()
                .addToMatchLabels("component", "singleuser-server")
                .endPodSelector()
                .endFrom()
                .endIngress()
                .endSpec()
                .build());
        assertThat(strangers(new Policies(policies), new Endpoints(declared)))
                .contains("jupyterhub/hub:8081", "jupyterhub/any other pod:any other");
    }

    @Test
    void a_namespace_without_its_fence_is_seen() {
        var declared = declared(Environment.DEV);
        var policies = policies(declared).stream()
                .filter(policy -> !policy.getMetadata().getName().equals("deny-all")
                        || !policy.getMetadata().getNamespace().equals("dune-analysis"))
                .toList();
        assertThat(strangers(new Policies(policies), new Endpoints(declared)))
                .contains("dune-analysis/any other pod:any other");
    }

    private static Set<String> strangers(Policies policies, Endpoints endpoints) {
        var reached = new LinkedHashSet<String>();
        for (Endpoint to : endpoints.own()) {
            for (int port : policies.ports(to)) {
                if (endpoints.strangers().stream().anyMatch(from -> policies.connects(from, to, port))) {
                    reached.add(to.namespace() + "/" + to.name() + ":" + shown(port));
                }
            }
        }
        return reached;
    }

    private static String text(Policies policies, Endpoints endpoints) {
        var from = Stream.of(endpoints.own(), Endpoints.platform(), endpoints.strangers())
                .flatMap(Collection::stream)
                .toList();
        var text = new StringBuilder("# Which pods are reached, on which TCP ports, by whom; and where they get to.\n");
        String namespace = "";
        for (Endpoint pod : endpoints.own()) {
            if (!pod.namespace().equals(namespace)) {
                namespace = pod.namespace();
                text.append('\n').append(namespace).append('\n');
            }
            text.append("  ").append(pod.name()).append('\n');
            var ports = policies.ports(pod);
            text.append(lines("from", pod, from, ports, (other, port) -> policies.connects(other, pod, port)));
            var beyond = Endpoints.beyond(policies.blocks());
            text.append(lines("to", pod, beyond, ports, (other, port) -> policies.connects(pod, other, port)));
        }
        return text.toString();
    }

    private interface Connection {
        boolean connects(Endpoint other, int port);
    }

    /** One line for each set of ports, with everybody who has it. */
    private static String lines(
            String direction, Endpoint pod, List<Endpoint> others, Set<Integer> ports, Connection connection) {
        var byPorts = new TreeMap<String, Set<String>>();
        for (Endpoint other : others) {
            var open = ports.stream()
                    .filter(port -> connection.connects(other, port))
                    .toList();
            if (!open.isEmpty()) {
                String shown = open.contains(Policies.ANY_OTHER)
                        ? "every port"
                        : open.stream().map(ReachabilityTest::shown).collect(Collectors.joining(", "));
                byPorts.computeIfAbsent(shown, key -> new LinkedHashSet<>()).add(shown(other, pod));
            }
        }
        if (byPorts.isEmpty()) {
            return "    " + direction + " " + (direction.equals("from") ? "nobody" : "nowhere") + "\n";
        }
        byPorts.replaceAll((shown, names) -> shortened(names));
        var text = new StringBuilder();
        byPorts.forEach((shown, names) -> text.append("    ")
                .append(direction)
                .append(' ')
                .append(String.join("; ", names))
                .append(": ")
                .append(shown)
                .append('\n'));
        return text.toString();
    }

    private static Set<String> shortened(Set<String> names) {
        if (names.containsAll(EVERYBODY)) {
            return Set.of("everybody");
        }
        return names.containsAll(Endpoints.EVERYWHERE) ? Set.of("everywhere") : names;
    }

    private static String shown(Endpoint other, Endpoint pod) {
        boolean near = other.namespace().equals(pod.namespace());
        boolean named = List.of("", "elsewhere").contains(other.namespace())
                || other.namespace().startsWith("openshift-");
        return near || named ? other.name() : other.namespace() + "/" + other.name();
    }

    private static String shown(int port) {
        return port == Policies.ANY_OTHER ? "any other" : String.valueOf(port);
    }

    private static List<NetworkPolicy> policies(CheckedFacility declared) {
        return declared.objects().stream()
                .map(Declared::object)
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .toList();
    }

    private static CheckedFacility declared(Environment environment) {
        return CheckedFacility.read(Path.of(""), environment, false);
    }
}
