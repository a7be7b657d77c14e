package facility.storage;

import facility.Image;
import facility.PrivilegedNamespace;
import facility.Quantity;
import facility.ReclaimPolicy;
import facility.Storage;
import facility.StorageClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of storage, and of the plugins that mount it, holds in every environment. */
public final class SharedStorage {
    public static final String HOMES = "cephfs-homes";
    public static final String SERVICES = "rbd-services";
    public static final String BUCKETS = "buckets";

    /** The cluster's administrators own CRI-O: a MachineConfig of ours would restart their nodes. */
    public static final SeLinux SE_LINUX =
            new SeLinux(SeLinux.Relabel.SKIP_IF_LABELLED, SeLinux.Handler.CLUSTER_ADMINS);

    private static final String PRIVILEGED = "privileged";

    private SharedStorage() {}

    public static Storage of() {
        // 45 TB of Ceph in all, by the status slides of September 2022.
        return new Storage(
                amount("45T"),
                amount("3T"),
                classes(),
                Optional.empty(),
                // The images that BinderHub's builds push.
                List.of(new Bucket("binderhub-registry", "binderhub", BUCKETS, amount("1Ti"), 1_000_000)),
                nfsAreas(),
                Optional.of(new Cvmfs(repositories(), Optional.empty())),
                Optional.of(new S3Door("s3.example.org", BUCKETS)),
                List.of(new DataDoor(
                        "lpc",
                        "data-lpc.example.org",
                        "uscms-data",
                        new DoorServer.Webdav(Image.parse("docker.io/rclone/rclone:1.60.1"), "lpc"))));
    }

    private static List<StorageClass> classes() {
        return List.of(
                volumes(HOMES, StorageClass.Kind.CEPHFS, "cephfs", "27T", ReclaimPolicy.RETAIN),
                volumes(SERVICES, StorageClass.Kind.RBD, "okd-rbd", "5T", ReclaimPolicy.DELETE),
                volumes(BUCKETS, StorageClass.Kind.BUCKET, "okd-objects", "10T", ReclaimPolicy.RETAIN));
    }

    private static StorageClass volumes(
            String name, StorageClass.Kind kind, String pool, String capacity, ReclaimPolicy reclaimPolicy) {
        return new StorageClass(
                name,
                kind,
                StorageClass.Driver.ROOK,
                "ceph",
                pool,
                Optional.empty(),
                amount(capacity),
                reclaimPolicy,
                name.equals(SERVICES));
    }

    /** The areas of EAFJupyter's documentation; their servers are the laboratory's. */
    private static List<NfsArea> nfsAreas() {
        return List.of(
                new NfsArea("uscms-data", "nfs.example.org", "/uscms_data", false, amount("1Ti"), List.of("lpc")),
                new NfsArea("nashome", "nfs.example.org", "/nashome", true, amount("1Ti"), List.of("fermi")));
    }

    /** The repositories that EAFJupyter's documentation names. */
    private static List<CvmfsRepository> repositories() {
        var cms = Stream.of("cms.cern.ch", "cms-lpc.opensciencegrid.org", "unpacked.cern.ch")
                .map(name -> new CvmfsRepository(name, List.of("lpc")));
        var fermi = Stream.of(
                        "fermilab",
                        "gm2",
                        "icarus",
                        "lariat",
                        "larsoft",
                        "minerva",
                        "minos",
                        "mu2e",
                        "nova",
                        "nova-development",
                        "oasis",
                        "sbn",
                        "sbnd",
                        "seaquest",
                        "uboone")
                .map(name -> new CvmfsRepository(name + ".opensciencegrid.org", List.of("fermi")));
        return Stream.concat(cms, fermi).toList();
    }

    /** Where privilege is granted; each has to be looked at again by the end of 2027. */
    public static List<PrivilegedNamespace> privileged() {
        var review = LocalDate.of(2027, 12, 31);
        return List.of(
                new PrivilegedNamespace(
                        "cvmfs-csi",
                        "cluster-admins",
                        "mounts CVMFS on the nodes for pods that may not mount",
                        review,
                        PrivilegedNamespace.ManagedBy.CLUSTER_ADMINS,
                        PRIVILEGED,
                        List.of("cvmfs-nodeplugin")),
                new PrivilegedNamespace(
                        "rook-ceph",
                        "cluster-admins",
                        "maps block devices and mounts CephFS on the nodes",
                        review,
                        PrivilegedNamespace.ManagedBy.CLUSTER_ADMINS,
                        "rook-ceph-csi",
                        List.of("rook-csi-cephfs-plugin-sa", "rook-csi-rbd-plugin-sa")),
                new PrivilegedNamespace(
                        "nvidia-gpu-operator",
                        "cluster-admins",
                        "loads the driver and cuts cards into slices (MIG manager)",
                        review,
                        PrivilegedNamespace.ManagedBy.CLUSTER_ADMINS,
                        PRIVILEGED,
                        List.of("nvidia-driver", "nvidia-mig-manager")));
    }

    private static Quantity amount(String text) {
        return Quantity.parse(text);
    }
}
