package stacks.monitoring;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import kube.Labels;

/** What Prometheus may reach: the port with the metrics, of the pods that have one. */
final class Fences {
    private Fences() {}

    static NetworkPolicy of(ScrapeTarget target) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("scrape-" + target.service())
                .withNamespace(target.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(target.labels())
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .withIngress(fromScraper(target.podPort()))
                .endSpec()
                .build();
    }

    /** OKD labels the namespaces of both its Prometheuses, the platform's and the users', so. */
    static NetworkPolicyIngressRule fromScraper(int port) {
        return new NetworkPolicyIngressRuleBuilder()
                .addNewFrom()
                .withNewNamespaceSelector()
                .addToMatchLabels("network.openshift.io/policy-group", "monitoring")
                .endNamespaceSelector()
                .endFrom()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(port))
                .endPort()
                .build();
    }
}
