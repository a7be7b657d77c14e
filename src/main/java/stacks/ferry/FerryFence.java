package stacks.ferry;

import facility.ferry.Ferry;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import java.net.URI;
import kube.Labels;
import stacks.jupyterhub.JupyterHubStack;

/** What its pods reach: the registry's networks and the hub. Nobody reaches them. */
final class FerryFence {
    private static final int HTTPS = 443;

    private final Ferry ferry;
    private final String namespace;

    FerryFence(Ferry ferry, String namespace) {
        this.ferry = ferry;
        this.namespace = namespace;
    }

    NetworkPolicy policy() {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(FerryStack.NAME)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(FerryPods.COMPONENT, FerryStack.NAME)
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .withEgress(toRegistry(), toHub())
                .endSpec()
                .build();
    }

    private NetworkPolicyEgressRule toRegistry() {
        int port = URI.create(ferry.url()).getPort();
        var rule = new NetworkPolicyEgressRuleBuilder()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(port < 0 ? HTTPS : port))
                .endPort();
        ferry.networks().forEach(network -> rule.addNewTo()
                .withNewIpBlock()
                .withCidr(network)
                .endIpBlock()
                .endTo());
        return rule.build();
    }

    private static NetworkPolicyEgressRule toHub() {
        return new NetworkPolicyEgressRuleBuilder()
                .addNewTo()
                .withNewPodSelector()
                .addToMatchLabels(JupyterHubStack.HUB_LABELS)
                .endPodSelector()
                .endTo()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(8081))
                .endPort()
                .build();
    }
}
