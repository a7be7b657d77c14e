package stacks.storage;

import facility.storage.DataDoor;
import facility.storage.NfsArea;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.EdgeRoute;
import kube.Labels;
import kube.Networking;
import kube.Restricted;

/** A data door in the hub's namespace, beside its area's claim: the server, its Service, its Route and its fence. */
final class DoorObjects {
    /** Where the server finds the area. */
    static final String AREA = "/srv/area";

    private static final String PORT_NAME = "http";

    private final DataDoor door;
    private final NfsArea area;
    private final String namespace;
    private final DoorProgram program;

    DoorObjects(DataDoor door, NfsArea area, String namespace) {
        this.door = door;
        this.area = area;
        this.namespace = namespace;
        this.program = DoorProgram.of(door, area.readOnly());
    }

    List<HasMetadata> objects() {
        var objects = new ArrayList<HasMetadata>(program.files(metadata()));
        objects.addAll(List.of(deployment(), service(), route(), fence()));
        return objects;
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(door.object())
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .addToLabels(labels())
                .build();
    }

    private Map<String, String> labels() {
        return Map.of("app.kubernetes.io/name", "data-door", "app.kubernetes.io/instance", door.object());
    }

    private HasMetadata deployment() {
        return new DeploymentBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .withMatchLabels(labels())
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Labels.common())
                .addToLabels(labels())
                .addToAnnotations(program.annotations())
                .endMetadata()
                .withSpec(pod().build())
                .endTemplate()
                .endSpec()
                .build();
    }

    private PodSpecBuilder pod() {
        var container = program.container()
                .withName("server")
                .withImage(door.server().image().toString())
                .addNewPort()
                .withName(PORT_NAME)
                .withContainerPort(DoorProgram.PORT)
                .endPort()
                .withNewReadinessProbe()
                // It refuses whoever shows nothing, and kubelet shows nothing.
                .withNewTcpSocket()
                .withPort(new IntOrString(PORT_NAME))
                .endTcpSocket()
                .endReadinessProbe()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("100m"), "memory", new Quantity("256Mi")))
                .withLimits(Map.of("cpu", new Quantity("2"), "memory", new Quantity("1Gi")))
                .endResources()
                .withSecurityContext(Restricted.container())
                .addNewVolumeMount()
                .withName("area")
                .withMountPath(AREA)
                .withReadOnly(area.readOnly() ? true : null)
                .endVolumeMount()
                .build();
        return new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withSecurityContext(Restricted.pod())
                .withContainers(container)
                .addNewVolume()
                .withName("area")
                .withNewPersistentVolumeClaim()
                .withClaimName(area.claim())
                .withReadOnly(area.readOnly() ? true : null)
                .endPersistentVolumeClaim()
                .endVolume()
                .addAllToVolumes(program.volumes());
    }

    private HasMetadata service() {
        return new ServiceBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withSelector(labels())
                .addNewPort()
                .withName(PORT_NAME)
                .withProtocol("TCP")
                .withPort(DoorProgram.PORT)
                .withTargetPort(new IntOrString(PORT_NAME))
                .endPort()
                .endSpec()
                .build();
    }

    private HasMetadata route() {
        return EdgeRoute.refusingPlain(EdgeRoute.of(
                namespace,
                door.object(),
                door.host(),
                Map.entry(door.object(), PORT_NAME),
                // A large file is one request: the router's 30 s would cut it off.
                Map.of("haproxy.router.openshift.io/timeout", "15m")));
    }

    /** In by the router alone. The area is mounted by the node, so the server itself needs no way to it. */
    private HasMetadata fence() {
        var fence = new NetworkPolicyBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(labels())
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .addNewIngress()
                .addAllToFrom(Networking.router())
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(DoorProgram.PORT))
                .endPort()
                .endIngress();
        if (program.asksOthers()) {
            fence.addNewEgress()
                    .addNewPort()
                    .withProtocol("TCP")
                    .withPort(new IntOrString(443))
                    .endPort()
                    .endEgress();
        }
        return fence.endSpec().build();
    }
}
