package twin.play.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What pods and claims take from a quota, by examples whose numbers follow from Kubernetes' own rules. */
class UsageTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void containers_add_up_and_an_extended_resource_counts_by_its_requests_form_alone() {
        assertThat(
                        usage(
                                """
                        spec:
                          containers:
                          - {name: a, resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}}
                          - name: b
                            resources:
                              requests: {cpu: 1500m, nvidia.com/mig-1g.10gb: 1, ephemeral-storage: 1Gi}
                              limits: {nvidia.com/mig-1g.10gb: 1}
                        """))
                .isEqualTo("cpu=2,ephemeral-storage=1Gi,limits.cpu=1,limits.memory=1Gi,memory=1Gi,pods=1,"
                        + "requests.cpu=2,requests.ephemeral-storage=1Gi,requests.memory=1Gi,"
                        + "requests.nvidia.com/mig-1g.10gb=1");
    }

    @Test
    void init_containers_count_by_the_largest_and_sidecars_with_the_containers() {
        assertThat(
                        usage(
                                """
                        spec:
                          overhead: {cpu: 100m}
                          initContainers:
                          - {name: proxy, restartPolicy: Always, resources: {requests: {cpu: 1}}}
                          - {name: small, resources: {requests: {cpu: 2}}}
                          - {name: large, resources: {requests: {cpu: 5}}}
                          containers:
                          - {name: main, resources: {requests: {cpu: 3}}}
                        """))
                .isEqualTo("cpu=6100m,pods=1,requests.cpu=6100m");
    }

    @Test
    void what_is_written_for_the_whole_pod_stands_for_its_containers() {
        assertThat(
                        usage(
                                """
                                spec:
                                  resources: {requests: {cpu: 4}}
                                  containers:
                                  - {name: main, resources: {requests: {cpu: 1, memory: 1Gi}}}
                                """))
                .isEqualTo("cpu=4,memory=1Gi,pods=1,requests.cpu=4,requests.memory=1Gi");
    }

    @Test
    void a_pod_that_has_ended_or_should_have_gone_takes_nothing() {
        String container = "spec: {containers: [{name: main, resources: {requests: {cpu: 1}}}]}\n";
        String going = "metadata: {deletionTimestamp: \"%s\", deletionGracePeriodSeconds: 30}\n" + container;
        assertThat(usage("status: {phase: Succeeded}\n" + container)).isEmpty();
        assertThat(usage("status: {phase: Failed}\n" + container)).isEmpty();
        assertThat(usage(going.formatted("2026-12-01T11:59:45Z"))).isNotEmpty();
        assertThat(usage(going.formatted("2026-12-01T11:59:15Z"))).isEmpty();
    }

    @Test
    void a_claim_takes_whole_bytes_in_all_and_of_its_class() {
        var claim = read(
                "kind: PersistentVolumeClaim\n"
                        + "spec: {storageClassName: rbd-services, resources: {requests: {storage: 1500m}}}",
                PersistentVolumeClaim.class);
        assertThat(Usage.of(claim, NOON))
                .hasToString("persistentvolumeclaims=1,"
                        + "rbd-services.storageclass.storage.k8s.io/persistentvolumeclaims=1,"
                        + "rbd-services.storageclass.storage.k8s.io/requests.storage=2,requests.storage=2");
    }

    @Test
    void what_a_quota_counts_a_container_has_to_name() {
        var pod = read(
                """
                kind: Pod
                spec:
                  initContainers: [{name: first, resources: {requests: {cpu: 1}}}]
                  containers: [{name: main, resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}}]
                """,
                Pod.class);
        assertThat(PodUsage.leftOut(pod, Set.of("limits.memory", "pods", "requests.cpu", "limits.cpu")))
                .isEqualTo("limits.cpu for: first,main; limits.memory for: first");
        assertThat(PodUsage.leftOut(pod, Set.of("requests.cpu", "requests.nvidia.com/gpu")))
                .isEmpty();
    }

    private static String usage(String pod) {
        String named = pod.startsWith("metadata") ? pod : "metadata: {name: pod}\n" + pod;
        return Usage.of(read("kind: Pod\n" + named, Pod.class), NOON).toString();
    }

    private static <T extends HasMetadata> T read(String yaml, Class<T> type) {
        return Serialization.unmarshal("apiVersion: v1\n" + yaml, type);
    }
}
