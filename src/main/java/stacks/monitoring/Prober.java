package stacks.monitoring;

import facility.monitoring.Monitoring;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.openshift.api.model.monitoring.v1.ProbeBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kube.Labels;
import kube.Restricted;
import stacks.gpu.ServiceDoor;

/** The blackbox exporter, and one Probe for each address. */
final class Prober {
    static final String CONFIGURATION = "blackbox.yml";

    private static final String NAME = "blackbox-exporter";
    private static final int PORT = 9115;
    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", NAME);

    private final Monitoring monitoring;
    private final ProberModules modules;
    private final List<NetworkPolicyEgressRule> services;

    Prober(Monitoring monitoring, List<ProbeTarget> targets) {
        this.monitoring = monitoring;
        this.modules = new ProberModules(
                monitoring.probes().timeout(),
                targets.stream().map(ProbeTarget::module).collect(Collectors.toSet()));
        this.services = targets.stream()
                .flatMap(target -> target.service().stream())
                .map(ServiceDoor::egress)
                .toList();
    }

    List<HasMetadata> objects() {
        return List.of(configuration(), deployment(), service(), fence());
    }

    HasMetadata probe(ProbeTarget target) {
        return new ProbeBuilder()
                .withMetadata(metadata(target.name()))
                .withNewSpec()
                .withJobName("probe")
                .withInterval(PromQl.seconds(monitoring.scrapeInterval()) + "s")
                // The scraper waits a second longer than the prober, so that a time-out is a measurement.
                .withScrapeTimeout(monitoring.probes().timeout().plusSeconds(1).toSeconds() + "s")
                .withModule(target.module().key())
                .withNewProber()
                .withUrl(NAME + "." + monitoring.namespace() + ".svc:" + PORT)
                .endProber()
                .withNewTargets()
                .withNewStaticConfig()
                .withStatic(target.url())
                .withLabels(Map.of("probe", target.name()))
                .endStaticConfig()
                .endTargets()
                .endSpec()
                .build();
    }

    private ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(monitoring.namespace())
                .withLabels(Labels.common())
                .addToLabels(LABELS)
                .build();
    }

    private HasMetadata configuration() {
        return new ConfigMapBuilder()
                .withMetadata(metadata(NAME))
                .withData(Map.of(CONFIGURATION, modules.yaml()))
                .build();
    }

    private HasMetadata deployment() {
        return new DeploymentBuilder()
                .withMetadata(metadata(NAME))
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(LABELS)
                // It reads its modules when it starts: changed ones start it anew.
                .addToAnnotations("checksum/modules", modules.digest())
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .withSecurityContext(Restricted.pod())
                .withContainers(container())
                .addNewVolume()
                .withName("modules")
                .withNewConfigMap()
                .withName(NAME)
                .endConfigMap()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private Container container() {
        var amounts = Map.of("cpu", new Quantity("50m"), "memory", new Quantity("64Mi"));
        return new ContainerBuilder()
                .withName(NAME)
                .withImage(monitoring.probes().image().toString())
                .withArgs("--config.file=/etc/blackbox/" + CONFIGURATION, "--web.listen-address=:" + PORT)
                .addNewPort()
                .withName("http")
                .withContainerPort(PORT)
                .endPort()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/-/healthy")
                .withPort(new IntOrString("http"))
                .endHttpGet()
                .endReadinessProbe()
                .withNewResources()
                .withRequests(amounts)
                .withLimits(amounts)
                .endResources()
                .withSecurityContext(Restricted.container())
                .addNewVolumeMount()
                .withName("modules")
                .withMountPath("/etc/blackbox")
                .withReadOnly(true)
                .endVolumeMount()
                .build();
    }

    private HasMetadata service() {
        return new ServiceBuilder()
                .withMetadata(metadata(NAME))
                .withNewSpec()
                .withSelector(LABELS)
                .addNewPort()
                .withName("http")
                .withPort(PORT)
                .withTargetPort(new IntOrString("http"))
                .endPort()
                .endSpec()
                .build();
    }

    /** In by the scraper, out to HTTPS, for the router's address is not known here, and to the services with GPUs. */
    private HasMetadata fence() {
        return new NetworkPolicyBuilder()
                .withMetadata(metadata(NAME))
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(LABELS)
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .withIngress(Fences.fromScraper(PORT))
                .addNewEgress()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(443))
                .endPort()
                .endEgress()
                .addAllToEgress(services)
                .endSpec()
                .build();
    }
}
