package stacks.dask;

import charts.Chart;
import charts.ChartArchives;
import charts.ChartException;
import facility.JupyterHub;
import facility.dask.DaskGateway;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.openshift.api.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.Declared;
import kube.EdgeRoute;
import kube.Labels;
import kube.Secrets;
import stacks.Stack;
import stacks.jupyterhub.HubService;

/** Dask Gateway: its chart, the kind of its clusters and how many there may be, its Route, and its batch workers' job. */
public final class DaskGatewayStack implements Stack {
    static final String SERVICE = "dask-gateway";
    static final String SECRET = "dask-gateway-secrets";
    static final String TOKEN_KEY = "hub.services.dask-gateway.apiToken";

    /** The ConfigMap with the batch system's job, as users submit it. */
    static final String BATCH = "dask-batch";

    private static final String GROUP = "gateway.dask.org";

    private final DaskGateway dask;
    private final List<Declared> objects;

    /**
     * Renders the chart.
     *
     * @throws ChartException when the chart cannot be had, or does not take the gateway's values
     */
    public DaskGatewayStack(DaskGateway dask, JupyterHub hub, ChartArchives archives) throws ChartException {
        this.dask = dask;
        var all = new ArrayList<Declared>();
        new Chart("dask-gateway", dask.chart(), "dask.chart")
                .render(archives, dask.namespace(), new DaskValues(dask, hub).values())
                .forEach(object -> all.add(Declared.of(object)));
        all.add(Declared.of(clusters()));
        all.add(Declared.of(quota()));
        all.add(Declared.of(Secrets.of(dask.namespace(), SECRET, Map.of(TOKEN_KEY, DaskGateway.HUB_TOKEN))));
        all.add(Declared.of(route()));
        all.add(Declared.of(TraefikMetrics.service(dask.namespace())));
        DaskDoors.of(dask.namespace(), hub.namespace()).forEach(policy -> all.add(Declared.of(policy)));
        dask.batch().ifPresent(pool -> {
            all.add(Declared.of(batch(hub.namespace(), pool)));
            pool.monitor().map(monitor -> new BatchMonitor(dask, pool, monitor).objects()).stream()
                    .flatMap(List::stream)
                    .forEach(object -> all.add(Declared.of(object)));
        });
        all.sort(Declared.ORDER);
        this.objects = List.copyOf(all);
    }

    @Override
    public String name() {
        return "daskGateway";
    }

    @Override
    public List<Declared> objects() {
        return objects;
    }

    /** The gateway as a service of the hub: it may look up whom a token belongs to, and every user may use it. */
    public HubService service() {
        return new HubService(SERVICE, DaskGateway.HUB_TOKEN, List.of("read:users:name"))
                .at(DaskForServers.address(dask))
                .known(DaskForServers.of(dask));
    }

    /** Dask Gateway keeps each cluster in an object of this kind, without a schema of its own. */
    private static CustomResourceDefinition clusters() {
        return new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName("daskclusters." + GROUP)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withGroup(GROUP)
                .withScope("Namespaced")
                .withNewNames()
                .withKind("DaskCluster")
                .withListKind("DaskClusterList")
                .withPlural("daskclusters")
                .withSingular("daskcluster")
                .endNames()
                .addNewVersion()
                .withName("v1alpha1")
                .withServed(true)
                .withStorage(true)
                .withNewSchema()
                .withNewOpenAPIV3Schema()
                .withType("object")
                .withXKubernetesPreserveUnknownFields(true)
                .endOpenAPIV3Schema()
                .endSchema()
                .withNewSubresources()
                .withNewStatus()
                .endStatus()
                .endSubresources()
                .endVersion()
                .endSpec()
                .build();
    }

    private ResourceQuota quota() {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("dask-clusters")
                .withNamespace(dask.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withHard(Map.of(
                        "count/daskclusters." + GROUP,
                        new Quantity(String.valueOf(dask.limits().clusters()))))
                .endSpec()
                .build();
    }

    private ConfigMap batch(String namespace, facility.dask.BatchSystem system) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(BATCH)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withData(Map.of(
                        "system",
                        system.system(),
                        "max-jobs",
                        String.valueOf(system.maxJobs()),
                        "worker.sub",
                        system.submitDescription(
                                "tls://" + dask.door().host() + ":"
                                        + dask.door().outerPort(),
                                "https://" + dask.host() + "/api")))
                .build();
    }

    private Route route() {
        return EdgeRoute.of(
                dask.namespace(),
                "dask-gateway",
                dask.host(),
                Map.entry("traefik-dask-gateway", "web"),
                // Starting a cluster is one long answer.
                Map.of("haproxy.router.openshift.io/timeout", "300s"));
    }
}
