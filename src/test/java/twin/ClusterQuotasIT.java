package twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import cli.ScratchProject;
import facility.Environment;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.openshift.api.model.ClusterResourceQuota;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kube.Declared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stacks.CheckedFacility;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;
import twin.play.Script;

/** An experiment's total, as dev declares it, against the real API server and the twin's player of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterQuotasIT {
    private static final int PATIENCE_SECONDS = 30;
    private static final String DOCUMENT = "---\n";
    private static final Setting SETTING = new Setting(
            List.of(new SimulatedNode("worker-0", Map.of(), Map.of("cpu", "64", "memory", "256Gi", "pods", "250"))),
            new Script("apps.example.org", Map.of(), "mig-parted", "sharing"));

    private ScratchProject project;
    private Twin twin;
    private KubernetesClient client;

    @BeforeAll
    void start() {
        project = ScratchProject.create("cluster-quotas");
        twin = new Twin("dev", project.root(), new Toolchain(project.root(), Cache.ofUser(), new Progress(System.err)));
        twin.start(SETTING);
        var config = Config.fromKubeconfig(twin.kubeconfig().toFile());
        // What a webhook that is away makes of a request, the client would try again for half a minute.
        config.setRequestRetryBackoffLimit(0);
        // Judged one after the other, many pods at once wait for each other.
        config.setRequestTimeout(2 * PATIENCE_SECONDS * 1000);
        client = new KubernetesClientBuilder().withConfig(config).build();
        declare();
        namespace("watched", "watched");
        create(quota("watched", "pods: 0"));
        awaitTheWebhook();
    }

    @AfterAll
    void end() {
        client.close();
        project.close();
    }

    @Test
    void two_pods_that_each_fit_their_namespace_and_together_exceed_the_experiment() {
        create(pod("dune-analysis", "first", "cpu: 16, memory: 8Gi"));
        try {
            assertThat(refusal(pod("dune-workflows", "second", "cpu: 16, memory: 8Gi")))
                    .contains("pods \"second\" is forbidden: exceeded quota: dune,"
                            + " requested: limits.cpu=16,requests.cpu=16,"
                            + " used: limits.cpu=16,requests.cpu=16,"
                            + " limited: limits.cpu=24,requests.cpu=24");
            var total = totals("dune", status -> amount(status, "requests.cpu").equals("16"));
            assertThat(total.getStatus().getTotal().getHard().get("limits.memory"))
                    .hasToString("48Gi");
            assertThat(amount(total.getStatus().getTotal(), "pods")).isEqualTo("1");
            assertThat(total.getStatus().getNamespaces())
                    .map(its -> its.getNamespace() + " " + amount(its.getStatus(), "limits.memory"))
                    .containsExactly("dune-analysis 8Gi", "dune-workflows 0");
        } finally {
            delete("dune-analysis", "first");
        }
        create(pod("dune-workflows", "second", "cpu: 16, memory: 8Gi"));
        delete("dune-workflows", "second");
        totals("dune", status -> amount(status, "requests.cpu").equals("0"));
    }

    @Test
    void of_many_pods_at_once_as_many_get_in_as_fit() throws Exception {
        namespace("many-one", "many");
        namespace("many-two", "many");
        create(quota("many", "pods: 5"));
        var threads = Executors.newFixedThreadPool(10);
        var refusals = new ArrayList<Future<Optional<String>>>();
        for (int i = 0; i < 30; i++) {
            String pod = pod(i % 2 == 0 ? "many-one" : "many-two", "pod-" + i, "cpu: 100m, memory: 64Mi");
            refusals.add(threads.submit(() -> attempt(pod)));
        }
        var said = new ArrayList<String>();
        for (var refusal : refusals) {
            refusal.get(60, TimeUnit.SECONDS).ifPresent(said::add);
        }
        threads.shutdown();

        assertThat(said).hasSize(25).allSatisfy(why -> assertThat(why)
                .contains("exceeded quota: many, requested: pods=1, used: pods=5"));
        totals("many", status -> amount(status, "pods").equals("5"));
        int stored = client.pods().inNamespace("many-one").list().getItems().size()
                + client.pods().inNamespace("many-two").list().getItems().size();
        assertThat(stored).isEqualTo(5);
    }

    @Test
    void claims_and_slices_are_counted_together_too() {
        namespace("bytes-one", "bytes");
        namespace("bytes-two", "bytes");
        create(quota("bytes", "requests.storage: 3Gi, persistentvolumeclaims: 5, requests.nvidia.com/mig-1g.10gb: 1"));
        create(claim("bytes-one", "2Gi"));
        assertThat(refusal(claim("bytes-two", "2Gi")))
                .contains("exceeded quota: bytes, requested: requests.storage=2Gi, used: requests.storage=2Gi,"
                        + " limited: requests.storage=3Gi");
        create(claim("bytes-two", "1Gi"));

        create(pod("bytes-one", "slice", "cpu: 100m, memory: 64Mi, nvidia.com/mig-1g.10gb: 1"));
        assertThat(refusal(pod("bytes-two", "slice", "cpu: 100m, memory: 64Mi, nvidia.com/mig-1g.10gb: 1")))
                .contains("exceeded quota: bytes, requested: requests.nvidia.com/mig-1g.10gb=1,"
                        + " used: requests.nvidia.com/mig-1g.10gb=1, limited: requests.nvidia.com/mig-1g.10gb=1");
    }

    @Test
    void a_claim_that_grows_is_counted_by_what_it_grows() {
        namespace("growing", "growing");
        create(quota("growing", "requests.storage: 3Gi"));
        create(
                """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: growing}
                provisioner: rook-ceph.rbd.csi.ceph.com
                allowVolumeExpansion: true
                """);
        create(claim("growing", "1Gi").replace("nowhere", "growing"));
        var claim = client.persistentVolumeClaims().inNamespace("growing").withName("claim-1gi");
        claim.waitUntilCondition(
                found -> found != null && "Bound".equals(found.getStatus().getPhase()),
                PATIENCE_SECONDS,
                TimeUnit.SECONDS);
        grow(claim, "2Gi");
        var refused = catchThrowableOfType(KubernetesClientException.class, () -> grow(claim, "4Gi"));
        assertThat(refused.getMessage())
                .contains("exceeded quota: growing, requested: requests.storage=2Gi, used: requests.storage=2Gi,"
                        + " limited: requests.storage=3Gi");
    }

    private static void grow(Resource<PersistentVolumeClaim> claim, String size) {
        claim.patch(
                PatchContext.of(PatchType.JSON_MERGE),
                "{\"spec\": {\"resources\": {\"requests\": {\"storage\": \"" + size + "\"}}}}");
    }

    @Test
    void a_dry_run_takes_nothing_and_a_pod_that_ended_gives_back() {
        namespace("ended", "ended");
        create(quota("ended", "pods: 1"));
        client.resource(DOCUMENT + pod("ended", "trial", "cpu: 100m, memory: 64Mi"))
                .dryRun()
                .create();
        create(pod("ended", "one", "cpu: 100m, memory: 64Mi"));
        assertThat(refusal(pod("ended", "two", "cpu: 100m, memory: 64Mi"))).contains("exceeded quota: ended");

        client.pods().inNamespace("ended").withName("one").editStatus(pod -> {
            pod.getStatus().setPhase("Succeeded");
            return pod;
        });
        create(pod("ended", "two", "cpu: 100m, memory: 64Mi"));
    }

    /** OKD's own admission is part of the API server: its absence must never look like room. */
    @Test
    void without_the_players_nothing_enters_an_experiment_and_the_facility_itself_goes_on() {
        namespace("away", "away");
        namespace("services", "facility");
        create(quota("away", "pods: 5"));
        var players = twin.status().stream()
                .filter(part -> part.name().equals("players"))
                .findFirst()
                .orElseThrow();
        var process = ProcessHandle.of(players.pid()).orElseThrow();
        process.destroy();
        process.onExit().join();
        try {
            assertThat(attempt(pod("away", "pod", "cpu: 100m, memory: 64Mi")))
                    .get()
                    .asString()
                    .contains("failed calling webhook");
            assertThat(attempt(pod("services", "pod", "cpu: 100m, memory: 64Mi")))
                    .isEmpty();
        } finally {
            twin.start(SETTING);
            awaitTheWebhook();
        }
        create(pod("away", "pod", "cpu: 100m, memory: 64Mi"));
    }

    /** DUNE's namespaces and total as dev has them, namespaces first. */
    private void declare() {
        var declared = CheckedFacility.read(Path.of(""), Environment.DEV, true).objects().stream()
                .filter(ClusterQuotasIT::isOfDune)
                .sorted(Comparator.comparing(each -> !each.kind().equals("Namespace")))
                .toList();
        declared.forEach(each -> client.resource(each.object()).serverSideApply());
        declared.stream().filter(each -> each.kind().equals("Namespace")).forEach(each -> await(each.name()));
    }

    private static boolean isOfDune(Declared declared) {
        String namespace =
                declared.namespace().isEmpty() ? declared.object().getMetadata().getName() : declared.namespace();
        return declared.kind().equals("ClusterResourceQuota")
                        && declared.object().getMetadata().getName().equals("dune")
                || (namespace.startsWith("dune-")
                        && List.of("Namespace", "ResourceQuota", "LimitRange").contains(declared.kind()));
    }

    /** The API server takes a moment to hear of a webhook: asks without storing until it is one. */
    private void awaitTheWebhook() {
        var until = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (Instant.now().isBefore(until)) {
            try {
                client.resource(DOCUMENT + pod("watched", "probe", "cpu: 100m, memory: 64Mi"))
                        .dryRun()
                        .create();
            } catch (KubernetesClientException refused) {
                if (refused.getMessage().contains("exceeded quota: watched")) {
                    return;
                }
            }
        }
        fail("no pod is refused by a ClusterResourceQuota after %d s", PATIENCE_SECONDS);
    }

    private ClusterResourceQuota totals(String name, Predicate<ResourceQuotaStatus> total) {
        return client.resources(ClusterResourceQuota.class)
                .withName(name)
                .waitUntilCondition(
                        quota -> quota != null
                                && quota.getStatus() != null
                                && total.test(quota.getStatus().getTotal()),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private static String amount(ResourceQuotaStatus status, String resource) {
        return String.valueOf(status.getUsed().get(resource));
    }

    private void namespace(String name, String experiment) {
        create("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + ", labels: {facility/experiment: "
                + experiment + "}}}");
        await(name);
    }

    private void await(String name) {
        client.namespaces()
                .withName(name)
                .waitUntilCondition(
                        found -> found != null
                                && found.getMetadata().getAnnotations() != null
                                && found.getMetadata().getAnnotations().containsKey("openshift.io/sa.scc.uid-range"),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        client.serviceAccounts()
                .inNamespace(name)
                .withName("default")
                .waitUntilCondition(account -> account != null, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void delete(String namespace, String pod) {
        var found = client.pods().inNamespace(namespace).withName(pod);
        found.withGracePeriod(0).delete();
        found.waitUntilCondition(gone -> gone == null, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void create(String yaml) {
        client.resource(DOCUMENT + yaml).create();
    }

    private Optional<String> attempt(String yaml) {
        try {
            create(yaml);
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private String refusal(String yaml) {
        var refused = catchThrowableOfType(KubernetesClientException.class, () -> create(yaml));
        assertThat(refused).as("accepted:\n%s", yaml).isNotNull();
        assertThat(refused.getCode()).isEqualTo(403);
        return refused.getMessage();
    }

    private static String quota(String name, String hard) {
        return """
                apiVersion: quota.openshift.io/v1
                kind: ClusterResourceQuota
                metadata: {name: %s}
                spec: {selector: {labels: {matchLabels: {facility/experiment: %s}}}, quota: {hard: {%s}}}
                """
                .formatted(name, name, hard);
    }

    private static String pod(String namespace, String name, String limits) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: main
                    image: registry.example.org/main
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    resources: {limits: {%s}}
                """
                .formatted(name, namespace, limits);
    }

    private static String claim(String namespace, String size) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: claim-%s, namespace: %s}
                spec: {storageClassName: nowhere, accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}
                """
                .formatted(size.toLowerCase(java.util.Locale.ROOT), namespace, size);
    }
}
