package facility;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facility's shared values: what holds in every environment unless {@code Pulumi.<env>.yaml} says otherwise. They
 * describe a small facility that is whole in itself, so that an environment's file holds its differences only.
 */
public final class SharedFacility {
    private static final String HOMES = "cephfs-homes";
    private static final String SERVICES = "rbd-services";
    private static final String BUCKETS = "buckets";

    private SharedFacility() {}

    public static Facility of(Environment environment) {
        return new Facility(environment, cluster(), groups(), namespaces(), storage(), gpu(), hub(),
                FacilityCatalogue.shared());
    }

    private static Cluster cluster() {
        // Idle notebooks leave most of their CPU, and none of their memory, to others.
        return new Cluster("apps.okd.example.org", new Percent(200), new Percent(100), List.of(
                new NodePool("worker", 3, amount("64"), amount("256Gi"), 250, Optional.empty()),
                gpuPool("gpu-10gb", "all-1g.10gb"),
                gpuPool("gpu-20gb", "mixed-2g.20gb"),
                gpuPool("gpu-40gb", "all-3g.40gb")));
    }

    private static NodePool gpuPool(String name, String layout) {
        return new NodePool(name, 1, amount("64"), amount("512Gi"), 250,
                Optional.of(new GpuCards(GpuCard.A100_80GB, 1, layout)));
    }

    private static Gpu gpu() {
        return new Gpu(List.of(
                new MigLayout("all-1g.10gb", GpuCard.A100_80GB, Map.of("1g.10gb", 7)),
                // Three slices of 20 GB leave one compute slice: a slice of 10 GB more.
                new MigLayout("mixed-2g.20gb", GpuCard.A100_80GB, Map.of("2g.20gb", 3, "1g.10gb", 1)),
                new MigLayout("all-3g.40gb", GpuCard.A100_80GB, Map.of("3g.40gb", 2))));
    }

    private static List<Group> groups() {
        return List.of(
                new Group("dune", "LBNF, DUNE and ProtoDUNE"),
                new Group("accel-ai", "Accelerator controls and AI"),
                new Group("fife", "Neutrino experiments"),
                new Group("cosmic", "Cosmic Frontier"),
                new Group("fermi", "Everyone with an account"),
                new Group("lpc", "CMS LHC Physics Center"));
    }

    private static List<Namespace> namespaces() {
        return List.of(
                namespace("jupyterhub", "JupyterHub", new Quota(amount("240"), amount("1200Gi"), 320, 400,
                        Map.of(HOMES, amount("8Ti"), SERVICES, amount("20Gi")),
                        Map.of("1g.10gb", 8, "2g.20gb", 3, "3g.40gb", 2))),
                namespace("dask-gateway", "Dask Gateway", new Quota(amount("96"), amount("384Gi"), 200, 4,
                        Map.of(SERVICES, amount("20Gi")), Map.of())),
                namespace("binderhub", "BinderHub", new Quota(amount("32"), amount("128Gi"), 60, 10,
                        Map.of(SERVICES, amount("200Gi"), BUCKETS, amount("1Ti")), Map.of())),
                namespace("monitoring", "Monitoring", new Quota(amount("16"), amount("64Gi"), 60, 10,
                        Map.of(SERVICES, amount("500Gi")), Map.of())));
    }

    private static Namespace namespace(String name, String displayName, Quota quota) {
        return new Namespace(name, displayName, "infrastructure-team", "facility", quota,
                new LimitDefaults(amount("1"), amount("1Gi"), amount("100m"), amount("256Mi")));
    }

    private static Storage storage() {
        // 45 TB of Ceph in all, by the status slides of September 2022.
        return new Storage(amount("45T"), List.of(
                new StorageClass(HOMES, StorageClass.Kind.CEPHFS, "ceph", "cephfs", amount("30T"),
                        ReclaimPolicy.RETAIN, false),
                new StorageClass(SERVICES, StorageClass.Kind.RBD, "ceph", "okd-rbd", amount("5T"),
                        ReclaimPolicy.DELETE, true),
                new StorageClass(BUCKETS, StorageClass.Kind.BUCKET, "ceph", "okd-objects", amount("10T"),
                        ReclaimPolicy.RETAIN, false)));
    }

    private static JupyterHub hub() {
        return new JupyterHub("jupyterhub", "analytics-hub.example.org", ChartSource.folder("charts/jupyterhub"),
                // The images of the zero-to-jupyterhub chart 4.4.0.
                Image.parse("quay.io/jupyterhub/k8s-hub:4.4.0"),
                Image.parse("quay.io/jupyterhub/configurable-http-proxy:5.3.0"),
                new Homes(HOMES, amount("24Gi")), new Database(SERVICES, amount("1Gi")),
                5, Duration.ofHours(8), Duration.ofMinutes(5), 64);
    }

    private static Quantity amount(String text) {
        return Quantity.parse(text);
    }
}
