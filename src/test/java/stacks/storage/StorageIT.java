package stacks.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charts.ChartArchives;
import cli.DevIsUp;
import cli.ScratchProject;
import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.Quantity;
import facility.storage.Bucket;
import facility.storage.Cvmfs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kube.Declared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Storage as the real control plane has it after {@code up}, and what it refuses. */
@ExtendWith(DevIsUp.class)
class StorageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CEPH_CSI = "ceph-csi";

    private final Facility standingAlone = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/ceph-csi-standing-alone.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();
    private KubernetesClient client;

    @BeforeEach
    void connect(ScratchProject dev) {
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(
                        dev.root().resolve(".facility/dev/twin/kubeconfig").toFile()))
                .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void a_declared_bucket_is_bound_and_says_where_it_is() {
        assertThat(phase(claim("binderhub", "binderhub-registry"))).isEqualTo("Bound");
        assertThat(client.configMaps()
                        .inNamespace("binderhub")
                        .withName("binderhub-registry")
                        .get()
                        .getData())
                .containsEntry("BUCKET_NAME", "binderhub-registry")
                .containsKeys("BUCKET_HOST", "BUCKET_PORT");
        assertThat(client.secrets()
                        .inNamespace("binderhub")
                        .withName("binderhub-registry")
                        .get()
                        .getData())
                .containsOnlyKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void a_bucket_beyond_its_class_stays_unbound_and_is_told_why() {
        var huge = BucketClaim.of(new Bucket("huge", "monitoring", "buckets", Quantity.parse("100T"), 1));
        client.resource(huge).create();
        try {
            // Fails if there is no such event in time.
            client.v1()
                    .events()
                    .inNamespace("monitoring")
                    .withName("huge.provisioningfailed")
                    .waitUntilCondition(
                            event -> event != null && event.getMessage().contains("storage class buckets has"),
                            PATIENCE.toSeconds(),
                            TimeUnit.SECONDS);
            assertThat(phase(claim("monitoring", "huge"))).isNotEqualTo("Bound");
        } finally {
            client.resource(huge).delete();
        }
    }

    @Test
    void an_nfs_area_is_bound_to_its_own_volume_and_cvmfs_to_one() {
        for (String name : new String[] {"nfs-nashome", "nfs-uscms-data", "cvmfs"}) {
            var claim = client.persistentVolumeClaims()
                    .inNamespace("jupyterhub")
                    .withName(name)
                    .get();
            assertThat(claim.getStatus().getPhase()).as(name).isEqualTo("Bound");
            if (!name.equals("cvmfs")) {
                assertThat(claim.getSpec().getVolumeName()).isEqualTo(name);
            }
        }
    }

    @Test
    void what_ceph_csi_alone_and_the_runtime_handler_need_is_accepted() {
        var objects = new StorageStack(
                        standingAlone.storage(),
                        standingAlone.hub().homes(),
                        standingAlone.catalogue(),
                        standingAlone.hub().namespace())
                .objects();
        var others = objects.stream()
                .map(declared -> declared.object())
                .filter(object -> object.getMetadata().getName().startsWith("99-worker")
                        || object.getKind().equals("VolumeSnapshotClass"))
                .toList();
        assertThat(others).map(HasMetadata::getKind).contains("MachineConfig", "VolumeSnapshotClass");
        for (HasMetadata object : others) {
            object.getMetadata().setName(object.getMetadata().getName() + "-trial");
            assertThat(client.resource(object).dryRun().create()).isNotNull();
        }
    }

    @Test
    void a_privileged_pod_gets_in_under_the_excused_account_alone() {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(CEPH_CSI)
                .addToLabels("pod-security.kubernetes.io/enforce", "privileged")
                .endMetadata()
                .build();
        client.resource(namespace).create();
        try {
            new PrivilegesStack(standingAlone.cluster().privileged())
                    .objects().stream().map(declared -> declared.object()).forEach(object -> client.resource(object)
                            .create());
            var daemons = daemons(privileged(CEPH_CSI, "ceph-csi-rbd-nodeplugin"));
            client.resource(daemons).create();
            client.resource(daemons)
                    .waitUntilCondition(
                            set -> set != null
                                    && set.getStatus() != null
                                    && set.getStatus().getNumberReady() != null
                                    && set.getStatus().getNumberReady() > 0,
                            PATIENCE.toSeconds(),
                            TimeUnit.SECONDS);
            assertThatThrownBy(() -> client.resource(privileged(CEPH_CSI, "default"))
                            .dryRun()
                            .create())
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("security context constraint");
            assertThatThrownBy(() -> client.resource(privileged("jupyterhub", "default"))
                            .dryRun()
                            .create())
                    .isInstanceOf(KubernetesClientException.class);
        } finally {
            client.resource(namespace).delete();
        }
    }

    @Test
    void the_cvmfs_drivers_chart_runs_on_every_node_by_the_excused_account() throws Exception {
        var ours = FacilityReader.readFile(
                        Path.of("src/test/resources/facility/happy/cvmfs-by-a-driver-of-ours.yaml"),
                        Environment.DEV,
                        false)
                .facility()
                .orElseThrow();
        var driver = ours.storage().cvmfs().flatMap(Cvmfs::driver).orElseThrow();
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(driver.namespace())
                .addToLabels("pod-security.kubernetes.io/enforce", "privileged")
                .endMetadata()
                .build();
        var objects = Stream.of(
                        new PrivilegesStack(ours.cluster().privileged()),
                        new CvmfsDriverStack(driver, new ChartArchives(Path.of(""))))
                .flatMap(stack -> stack.objects().stream())
                .map(Declared::object)
                .toList();
        client.resource(namespace).create();
        try {
            objects.forEach(object -> client.resource(object).create());
            int nodes = client.nodes().list().getItems().size();
            client.apps()
                    .daemonSets()
                    .inNamespace(driver.namespace())
                    .withName("cvmfs-csi-nodeplugin")
                    .waitUntilCondition(
                            set -> set.getStatus() != null
                                    && Integer.valueOf(nodes)
                                            .equals(set.getStatus().getNumberReady()),
                            PATIENCE.toSeconds(),
                            TimeUnit.SECONDS);
            client.apps()
                    .deployments()
                    .inNamespace(driver.namespace())
                    .withName("cvmfs-csi-controllerplugin")
                    .waitUntilReady(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            objects.forEach(object -> client.resource(object).delete());
            client.resource(namespace).delete();
        }
    }

    @Test
    void the_route_to_the_gateway_is_admitted_and_the_runtime_class_is_there() {
        var route = client.genericKubernetesResources("route.openshift.io/v1", "Route")
                .inNamespace("ceph")
                .withName("s3")
                .get();
        assertThat(route.get("status", "ingress").toString()).contains("Admitted");
        assertThat(client.resources(RuntimeClass.class)
                        .withName("selinux")
                        .get()
                        .getHandler())
                .isEqualTo("selinux");
    }

    private GenericKubernetesResource claim(String namespace, String name) {
        return client.genericKubernetesResources("objectbucket.io/v1alpha1", "ObjectBucketClaim")
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    private static String phase(GenericKubernetesResource claim) {
        return claim.get("status", "phase");
    }

    private static DaemonSet daemons(Pod pod) {
        return new DaemonSetBuilder()
                .withNewMetadata()
                .withName("plugin")
                .withNamespace(pod.getMetadata().getNamespace())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "plugin")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "plugin")
                .endMetadata()
                .withSpec(pod.getSpec())
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Pod privileged(String namespace, String account) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("plugin")
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(account)
                .withHostPID(true)
                .addNewContainer()
                .withName("plugin")
                .withImage("quay.io/cephcsi/cephcsi:v3.14.0")
                .withNewSecurityContext()
                .withPrivileged(true)
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
    }
}
