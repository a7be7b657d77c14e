package stacks.dask;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kube.Labels;
import stacks.jupyterhub.JupyterHubStack;

/**
 * What the hub's namespace and Dask Gateway's open for each other: the question who a user is, and the users' way to the
 * gateway. Each names the other's namespace, which the chart does not know: labels alone can be worn by anybody's pod.
 */
final class DaskDoors {
    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final Map<String, String> API = Map.of(COMPONENT, "api");
    private static final Map<String, String> TRAEFIK = Map.of(COMPONENT, "traefik");
    private static final Map<String, String> USERS = Map.of("component", "singleuser-server");

    private DaskDoors() {}

    static List<NetworkPolicy> of(String daskNamespace, String hubNamespace) {
        return List.of(
                in("hub-from-dask-gateway", hubNamespace, JupyterHubStack.HUB_LABELS, peer(daskNamespace, API), 8081),
                out("api-to-hub", daskNamespace, API, peer(hubNamespace, JupyterHubStack.HUB_LABELS), 8081),
                in("traefik-from-singleuser", daskNamespace, TRAEFIK, peer(hubNamespace, USERS), 8000),
                out("singleuser-to-dask-gateway", hubNamespace, USERS, peer(daskNamespace, TRAEFIK), 8000, 8786));
    }

    private static NetworkPolicy in(
            String name, String namespace, Map<String, String> pods, NetworkPolicyPeer from, int... ports) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(labels(pods))
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .withFrom(from)
                .withPorts(tcp(ports))
                .endIngress()
                .endSpec()
                .build();
    }

    private static NetworkPolicy out(
            String name, String namespace, Map<String, String> pods, NetworkPolicyPeer to, int... ports) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(labels(pods))
                .withPolicyTypes("Egress")
                .addNewEgress()
                .withTo(to)
                .withPorts(tcp(ports))
                .endEgress()
                .endSpec()
                .build();
    }

    private static NetworkPolicyPeer peer(String namespace, Map<String, String> pods) {
        return new NetworkPolicyPeerBuilder()
                .withNamespaceSelector(labels(Map.of("kubernetes.io/metadata.name", namespace)))
                .withPodSelector(labels(pods))
                .build();
    }

    private static List<NetworkPolicyPort> tcp(int... ports) {
        return IntStream.of(ports)
                .mapToObj(port -> new NetworkPolicyPort(null, new IntOrString(port), "TCP"))
                .toList();
    }

    private static LabelSelector labels(Map<String, String> labels) {
        return new LabelSelectorBuilder().withMatchLabels(labels).build();
    }
}
