package stacks.storage;

import charts.Chart;
import charts.ChartArchives;
import charts.ChartException;
import facility.storage.CvmfsDriver;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kube.Declared;
import kube.Labels;
import stacks.Stack;

/** cvmfs-csi by its chart, and where it gets to. Its account and grant are {@link PrivilegesStack}'s. */
public final class CvmfsDriverStack implements Stack {
    private static final String CHART = "cvmfs-csi";

    private final List<Declared> objects;

    /**
     * Renders the chart.
     *
     * @throws ChartException when the chart cannot be had, or does not take the values
     */
    public CvmfsDriverStack(CvmfsDriver driver, ChartArchives archives) throws ChartException {
        var all = new ArrayList<Declared>();
        new Chart(CHART, driver.chart(), "storage.cvmfs.driver.chart")
                .render(archives, driver.namespace(), values(driver))
                .forEach(object -> all.add(Declared.of(object)));
        all.add(Declared.of(fence(driver)));
        all.sort(Declared.ORDER);
        this.objects = List.copyOf(all);
    }

    @Override
    public String name() {
        return "cvmfsDriver";
    }

    @Override
    public List<Declared> objects() {
        return objects;
    }

    /** By upstream's names. */
    private static Map<String, Object> values(CvmfsDriver driver) {
        return new TreeMap<>(Map.of(
                "extraConfigMaps",
                Map.of("cvmfs-csi-default-local", Map.of("default.local", clients(driver))),
                "cache",
                Map.of("local", Map.of("cvmfsQuotaLimit", driver.quotaLimit())),
                "nodeplugin",
                Map.of(
                        "hostPID",
                        true,
                        "serviceAccount",
                        Map.of("serviceAccountName", CvmfsDriver.ACCOUNT, "create", false, "use", true)),
                // The class is declared beside the claim of the hub's namespace.
                "automountStorageClass",
                Map.of("create", false)));
    }

    /** What every CVMFS client reads; the folder is where the chart mounts the node's cache. */
    private static String clients(CvmfsDriver driver) {
        return String.join(
                "\n",
                "CVMFS_HTTP_PROXY=\"" + String.join("|", driver.proxies()) + "\"",
                "CVMFS_QUOTA_LIMIT=" + driver.quotaLimit(),
                "CVMFS_CACHE_BASE=/cvmfs-localcache",
                "");
    }

    /** Out to the proxies, whose addresses are names, and to the API server; in by nobody. */
    private static HasMetadata fence(CvmfsDriver driver) {
        var ports = new TreeSet<Integer>(List.of(443, 6443));
        driver.proxies().forEach(proxy -> ports.add(URI.create(proxy).getPort()));
        var fence = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(CHART)
                .withNamespace(driver.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Egress")
                .addNewEgress();
        ports.forEach(port -> fence.addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(port))
                .endPort());
        return fence.endEgress().endSpec().build();
    }
}
