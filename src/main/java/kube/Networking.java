package kube;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.util.List;

/** The fence that every namespace starts with; what a service needs beyond it, its own stack opens. */
public final class Networking {
    /** OpenShift's DNS pods listen here, not on 53: a policy limited to 53 cuts all names off. */
    private static final int OPENSHIFT_DNS_PORT = 5353;

    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private Networking() {}

    /** No pod is reached or reaches out unless another policy says so. */
    public static NetworkPolicy denyAll(String namespace) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("deny-all")
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(new LabelSelector())
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    /** Every pod may ask for names. */
    public static NetworkPolicy allowDns(String namespace) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("allow-dns")
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(new LabelSelector())
                .withPolicyTypes("Egress")
                .withEgress(new NetworkPolicyEgressRuleBuilder()
                        .addNewTo()
                        .withNamespaceSelector(namespaceNamed("openshift-dns"))
                        .endTo()
                        .addNewPort()
                        .withProtocol("UDP")
                        .withPort(new IntOrString(OPENSHIFT_DNS_PORT))
                        .endPort()
                        .addNewPort()
                        .withProtocol("TCP")
                        .withPort(new IntOrString(OPENSHIFT_DNS_PORT))
                        .endPort()
                        .build())
                .endSpec()
                .build();
    }

    /** OpenShift's router, which is in the cluster's network or in the nodes', by the labels that it gives for it. */
    public static List<NetworkPolicyPeer> router() {
        return List.of(policyGroup("ingress"), policyGroup("host-network"));
    }

    private static NetworkPolicyPeer policyGroup(String name) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .addToMatchLabels("policy-group.network.openshift.io/" + name, "")
                .endNamespaceSelector()
                .build();
    }

    private static LabelSelector namespaceNamed(String name) {
        return new LabelSelectorBuilder().addToMatchLabels(NAMESPACE_NAME, name).build();
    }
}
