package stacks.checkmk;

import charts.Chart;
import charts.ChartArchives;
import charts.ChartException;
import facility.checkmk.Usage;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;
import kube.EdgeRoute;
import kube.Labels;
import kube.Networking;
import stacks.Stack;

/** CheckMK's collectors by Checkmk's own chart, what they are let to, and the Route by which CheckMK reads them. */
public final class CollectorsStack implements Stack {
    /** The chart's name and the release's: its objects begin with it. */
    private static final String CHART = "checkmk";

    private static final String CLUSTER_COLLECTOR = CHART + "-cluster-collector";
    private static final Map<String, Object> NO_IDS = noIds();

    private final List<Declared> objects;

    /**
     * Renders the chart.
     *
     * @throws ChartException when the chart cannot be had, or does not take the values
     */
    public CollectorsStack(Usage.ClusterCollector collectors, ChartArchives archives) throws ChartException {
        var all = new ArrayList<Declared>();
        new Chart(CHART, collectors.chart(), "checkmk.usage.chart")
                .render(archives, collectors.namespace(), values())
                .forEach(object -> all.add(Declared.of(object)));
        fences(collectors.namespace()).forEach(object -> all.add(Declared.of(object)));
        all.add(Declared.of(EdgeRoute.of(
                collectors.namespace(),
                CLUSTER_COLLECTOR,
                collectors.host(),
                Map.entry(CLUSTER_COLLECTOR, "api"),
                Map.of())));
        all.sort(Declared.ORDER);
        this.objects = List.copyOf(all);
    }

    @Override
    public String name() {
        return "checkmkCollectors";
    }

    @Override
    public List<Declared> objects() {
        return objects;
    }

    /** By Checkmk's names. */
    private static Map<String, Object> values() {
        Map<String, Object> collector = Map.of("securityContext", NO_IDS);
        return new TreeMap<>(Map.of(
                // The Route ends TLS.
                "tlsCommunication",
                Map.of("enabled", false),
                // A kind that Kubernetes took away in 1.25.
                "rbac",
                Map.of("pspEnabled", false),
                // Its own look the API server up in the cluster, which no rendering can.
                "networkPolicy",
                Map.of("enabled", false),
                "clusterCollector",
                Map.of(
                        "securityContext",
                        NO_IDS,
                        "podAnnotations",
                        noSeccomp(),
                        "service",
                        Map.of("type", "ClusterIP")),
                "nodeCollector",
                Map.of(
                        "podAnnotations",
                        noSeccomp(),
                        "containerMetricsCollector",
                        collector,
                        "machineSectionsCollector",
                        collector)));
    }

    /** OKD gives ids from the namespace's range. */
    private static Map<String, Object> noIds() {
        var ids = new TreeMap<String, Object>();
        ids.put("runAsUser", null);
        ids.put("runAsGroup", null);
        return ids;
    }

    /** An annotation that Kubernetes does not read any more; the field is OKD's to set. */
    private static Map<String, Object> noSeccomp() {
        var annotations = new TreeMap<String, Object>();
        annotations.put("seccomp.security.alpha.kubernetes.io/pod", null);
        return annotations;
    }

    private static List<HasMetadata> fences(String namespace) {
        var cluster = Map.of("component", CLUSTER_COLLECTOR);
        var node = Map.of("component", CHART + "-node-collector");
        return List.of(
                new NetworkPolicyBuilder()
                        .withNewMetadata()
                        .withName(CLUSTER_COLLECTOR)
                        .withNamespace(namespace)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withNewSpec()
                        .withNewPodSelector()
                        .withMatchLabels(cluster)
                        .endPodSelector()
                        .withPolicyTypes("Ingress", "Egress")
                        .addNewIngress()
                        .addAllToFrom(Networking.router())
                        .addNewFrom()
                        .withNewPodSelector()
                        .withMatchLabels(node)
                        .endPodSelector()
                        .endFrom()
                        .addNewPort()
                        .withProtocol("TCP")
                        .withPort(new IntOrString("api"))
                        .endPort()
                        .endIngress()
                        // Whose token a reader shows, it asks the API server, which has no address that is known here.
                        .addNewEgress()
                        .addNewPort()
                        .withProtocol("TCP")
                        .withPort(new IntOrString(443))
                        .endPort()
                        .addNewPort()
                        .withProtocol("TCP")
                        .withPort(new IntOrString(6443))
                        .endPort()
                        .endEgress()
                        .endSpec()
                        .build(),
                new NetworkPolicyBuilder()
                        .withNewMetadata()
                        .withName(CHART + "-node-collector")
                        .withNamespace(namespace)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withNewSpec()
                        .withNewPodSelector()
                        .withMatchLabels(node)
                        .endPodSelector()
                        .withPolicyTypes("Ingress", "Egress")
                        .addNewEgress()
                        .addNewTo()
                        .withNewPodSelector()
                        .withMatchLabels(cluster)
                        .endPodSelector()
                        .endTo()
                        .addNewPort()
                        .withProtocol("TCP")
                        .withPort(new IntOrString("api"))
                        .endPort()
                        .endEgress()
                        .endSpec()
                        .build());
    }
}
