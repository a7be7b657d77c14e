package stacks.gpu;

import facility.GpuService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.Labels;

/** GPUs outside the cluster, as the pods of one namespace see them: a Service, and the way out for those that may. */
public record ServiceDoor(GpuService service, String namespace) {
    /** On pods that are let out to a service, with its name: those of flavours that are bound to it. */
    public static final String LABEL = "facility/gpu-service";

    public List<HasMetadata> objects() {
        var objects = new ArrayList<HasMetadata>();
        if (service.host().isPresent()) {
            objects.add(alias(service.host().get()));
        } else {
            objects.add(front());
            objects.add(back());
        }
        objects.add(fence());
        return objects;
    }

    /** Out to the service and nowhere else; for whoever has to reach it. */
    public static NetworkPolicyEgressRule egress(GpuService service) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(service.cidrs().stream().map(ServiceDoor::network).toList())
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(service.port()))
                .endPort()
                .build();
    }

    private HasMetadata alias(String host) {
        return new ServiceBuilder()
                .withMetadata(metadata(service.name()))
                .withNewSpec()
                .withType("ExternalName")
                .withExternalName(host)
                .endSpec()
                .build();
    }

    /** Without a selector: no pod is behind it. */
    private HasMetadata front() {
        return new ServiceBuilder()
                .withMetadata(metadata(service.name()))
                .withNewSpec()
                .addNewPort()
                .withName(service.protocol().key())
                .withProtocol("TCP")
                .withPort(service.port())
                .withTargetPort(new IntOrString(service.port()))
                .endPort()
                .endSpec()
                .build();
    }

    private HasMetadata back() {
        var endpoints = service.addresses().orElse(List.of()).stream()
                .map(address -> new EndpointBuilder()
                        .withAddresses(address)
                        .withNewConditions()
                        .withReady(true)
                        .endConditions()
                        .build())
                .toList();
        return new EndpointSliceBuilder()
                .withMetadata(metadata(service.name() + "-outside"))
                .editMetadata()
                .addToLabels("kubernetes.io/service-name", service.name())
                // Kubernetes' own controllers leave slices of other managers alone.
                .addToLabels("endpointslice.kubernetes.io/managed-by", "facility")
                .endMetadata()
                .withAddressType("IPv4")
                .withEndpoints(endpoints)
                .addNewPort()
                .withName(service.protocol().key())
                .withProtocol("TCP")
                .withPort(service.port())
                .endPort()
                .build();
    }

    private HasMetadata fence() {
        return new NetworkPolicyBuilder()
                .withMetadata(metadata("gpu-service-" + service.name()))
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(Map.of(LABEL, service.name()))
                .endPodSelector()
                .withPolicyTypes("Egress")
                .withEgress(egress(service))
                .endSpec()
                .build();
    }

    private static NetworkPolicyPeer network(String cidr) {
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(cidr)
                .endIpBlock()
                .build();
    }

    private ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .build();
    }
}
