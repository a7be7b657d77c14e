package stacks.dask;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Map;
import kube.Labels;
import stacks.jupyterhub.JupyterHubStack;

/** What the hub's namespace opens for Dask Gateway: its question who a user is, and the users' way to it. */
final class DaskDoors {
    private static final String COMPONENT = "app.kubernetes.io/component";

    private DaskDoors() {}

    static List<NetworkPolicy> of(String daskNamespace, String hubNamespace) {
        return List.of(fromApi(daskNamespace, hubNamespace), toTraefik(daskNamespace, hubNamespace));
    }

    private static NetworkPolicy fromApi(String daskNamespace, String hubNamespace) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("hub-from-dask-gateway")
                .withNamespace(hubNamespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(labels(JupyterHubStack.HUB_LABELS))
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .addNewFrom()
                .withNamespaceSelector(named(daskNamespace))
                .withPodSelector(labels(Map.of(COMPONENT, "api")))
                .endFrom()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(8081))
                .endPort()
                .endIngress()
                .endSpec()
                .build();
    }

    private static NetworkPolicy toTraefik(String daskNamespace, String hubNamespace) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("singleuser-to-dask-gateway")
                .withNamespace(hubNamespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(labels(Map.of("component", "singleuser-server")))
                .withPolicyTypes("Egress")
                .addNewEgress()
                .addNewTo()
                .withNamespaceSelector(named(daskNamespace))
                .withPodSelector(labels(Map.of(COMPONENT, "traefik")))
                .endTo()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(8000))
                .endPort()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(8786))
                .endPort()
                .endEgress()
                .endSpec()
                .build();
    }

    private static LabelSelector named(String namespace) {
        return labels(Map.of("kubernetes.io/metadata.name", namespace));
    }

    private static LabelSelector labels(Map<String, String> labels) {
        return new LabelSelectorBuilder().withMatchLabels(labels).build();
    }
}
