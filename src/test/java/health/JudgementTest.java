package health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which an object does not work, and its neighbour that does. */
class JudgementTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String RUNS =
            "{metadata: {generation: 2}, spec: {replicas: 2}, status: {observedGeneration: 2, replicas: 2,"
                    + " updatedReplicas: 2, availableReplicas: 2, readyReplicas: 2}}";

    static Stream<Arguments> working() {
        return Stream.of(
                Arguments.of("Deployment", RUNS),
                Arguments.of("Deployment", "{spec: {replicas: 0}, status: {observedGeneration: 1}}"),
                Arguments.of("StatefulSet", RUNS),
                Arguments.of(
                        "DaemonSet",
                        "{status: {desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3}}"),
                Arguments.of("Job", "{status: {conditions: [{type: Complete, status: 'True'}]}}"),
                Arguments.of("CronJob", "{status: {}}"),
                Arguments.of("Route", "{status: {ingress: [{conditions: [{type: Admitted, status: 'True'}]}]}}"),
                Arguments.of("PersistentVolumeClaim", "{status: {phase: Bound}}"),
                Arguments.of("PersistentVolume", "{status: {phase: Available}}"),
                Arguments.of("ObjectBucketClaim", "{status: {phase: Bound}}"),
                Arguments.of(
                        "ResourceQuota",
                        "{spec: {hard: {pods: 2}}, status: {hard: {pods: '2', cpu: '0',"
                                + " requests.nvidia.com/mig-1g.10gb: '4'}, used: {pods: '1', cpu: '0',"
                                + " requests.nvidia.com/mig-1g.10gb: '4'}}}"),
                Arguments.of("Node", "{metadata: {labels: {}}}"),
                Arguments.of(
                        "Node",
                        "{metadata: {labels: {nvidia.com/mig.config: a, nvidia.com/mig.config.state: success}}}"),
                Arguments.of("ClusterPolicy", "{status: {state: ready}}"),
                Arguments.of("ClusterPolicy", "{}"),
                Arguments.of("Namespace", "{status: {phase: Active}}"),
                Arguments.of(
                        "CustomResourceDefinition", "{status: {conditions: [{type: Established, status: 'True'}]}}"),
                Arguments.of("ConfigMap", "{}"));
    }

    @ParameterizedTest
    @MethodSource("working")
    void what_works_is_green(String kind, String live) {
        assertThat(judged(kind, live)).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("ConfigMap", "{metadata: {deletionTimestamp: now}}", "is being deleted"),
                Arguments.of(
                        "Deployment",
                        "{metadata: {generation: 3}, status: {observedGeneration: 2}}",
                        "its controller has not seen its last change yet"),
                Arguments.of(
                        "Deployment",
                        "{spec: {replicas: 2}, status: {replicas: 2, updatedReplicas: 2, availableReplicas: 1}}",
                        "1 of 2 pods are available"),
                Arguments.of(
                        "Deployment",
                        "{spec: {replicas: 2}, status: {replicas: 3, updatedReplicas: 1, availableReplicas: 2}}",
                        "1 of 2 pods run the declared template"),
                Arguments.of(
                        "Deployment",
                        "{spec: {replicas: 2}, status: {replicas: 3, updatedReplicas: 2, availableReplicas: 2}}",
                        "1 of its old pods have still to go"),
                Arguments.of(
                        "Deployment",
                        "{status: {conditions: [{type: ReplicaFailure, status: 'True', reason: FailedCreate,"
                                + " message: 'exceeded quota: quota'}]}}",
                        "its pods are refused: FailedCreate: exceeded quota: quota"),
                Arguments.of(
                        "Deployment",
                        "{status: {conditions: [{type: Progressing, status: 'False',"
                                + " reason: ProgressDeadlineExceeded, message: timed out}]}}",
                        "its rollout was given up: ProgressDeadlineExceeded: timed out"),
                Arguments.of(
                        "StatefulSet", "{spec: {replicas: 2}, status: {readyReplicas: 1}}", "1 of 2 pods are ready"),
                Arguments.of(
                        "StatefulSet",
                        "{spec: {replicas: 1}, status: {readyReplicas: 1, updatedReplicas: 0, currentRevision: a,"
                                + " updateRevision: b}}",
                        "0 of 1 pods run the declared template"),
                Arguments.of(
                        "DaemonSet",
                        "{status: {desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 1}}",
                        "1 of 3 pods are available"),
                Arguments.of("Job", "{status: {}}", "has not ended yet"),
                Arguments.of(
                        "Job",
                        "{status: {conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}}",
                        "failed: BackoffLimitExceeded"),
                Arguments.of("Route", "{status: {}}", "no router has admitted it yet"),
                Arguments.of(
                        "Route",
                        "{status: {ingress: [{routerName: default, conditions: [{type: Admitted, status: 'False',"
                                + " reason: HostAlreadyClaimed, message: a/b is older}]}]}}",
                        "router default does not admit it: HostAlreadyClaimed: a/b is older"),
                Arguments.of("PersistentVolumeClaim", "{status: {phase: Pending}}", "is Pending, not Bound"),
                Arguments.of("PersistentVolumeClaim", "{status: {phase: Lost}}", "is Lost, not Bound"),
                Arguments.of("PersistentVolume", "{status: {phase: Failed, message: gone}}", "is Failed: gone"),
                Arguments.of("ObjectBucketClaim", "{}", "is new, not Bound"),
                Arguments.of("ResourceQuota", "{spec: {hard: {pods: 2}}, status: {}}", "nothing counts it yet"),
                Arguments.of(
                        "ResourceQuota",
                        "{spec: {hard: {pods: 2}}, status: {hard: {pods: '2', cpu: '4'},"
                                + " used: {pods: '2', cpu: 4000m}}}",
                        "is used up: cpu 4 of 4, pods 2 of 2"),
                Arguments.of(
                        "ClusterResourceQuota",
                        "{spec: {quota: {hard: {pods: 1}}},"
                                + " status: {total: {hard: {pods: '1'}, used: {pods: '1'}}}}",
                        "is used up: pods 1 of 1"),
                Arguments.of(
                        "Node",
                        "{metadata: {labels: {nvidia.com/mig.config: all-1g, nvidia.com/mig.config.state: failed}}}",
                        "layout all-1g is failed"),
                Arguments.of(
                        "Node", "{metadata: {labels: {nvidia.com/mig.config: all-1g}}}", "layout all-1g is pending"),
                Arguments.of("ClusterPolicy", "{status: {state: notReady}}", "its operator is notReady"),
                Arguments.of("Namespace", "{status: {phase: Terminating}}", "is Terminating"),
                Arguments.of("CustomResourceDefinition", "{status: {}}", "is not served yet"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_does_not_work_is_red_and_says_why(String kind, String live, String reason) {
        assertThat(judged(kind, live)).contains(reason);
    }

    @Test
    void pods_say_why_each_reason_once() {
        String short1 = "{spec: {replicas: 3}, status: {replicas: 3, updatedReplicas: 3, availableReplicas: 0}}";
        String pulls = "{status: {containerStatuses: [{name: hub, state: {waiting: {reason: ImagePullBackOff}}}]}}";
        String init = "{status: {initContainerStatuses: [{name: wait, state: {waiting: {reason: CrashLoopBackOff}}}]}}";
        String nowhere =
                "{status: {conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: no node}]}}";
        String evicted = "{status: {phase: Failed, reason: Evicted}}";
        assertThat(judged("Deployment", short1, pulls, pulls, init, nowhere, evicted, "{status: {phase: Running}}"))
                .contains("0 of 3 pods are available: Unschedulable: no node; container hub waits: ImagePullBackOff;"
                        + " container wait waits: CrashLoopBackOff; failed Evicted");
    }

    @Test
    void of_a_cron_jobs_jobs_the_newest_that_has_ended_counts() {
        String failed = "{metadata: {creationTimestamp: '2026-12-01T01:00:00Z'},"
                + " status: {conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}}";
        String done = "{metadata: {creationTimestamp: '2026-12-01T02:00:00Z'},"
                + " status: {conditions: [{type: Complete, status: 'True'}]}}";
        String runs = "{metadata: {creationTimestamp: '2026-12-01T03:00:00Z'}, status: {}}";
        assertThat(judged("CronJob", "{}", failed, done, runs)).isEmpty();
        assertThat(judged("CronJob", "{}", failed, runs)).contains("its last job failed: BackoffLimitExceeded");
    }

    @Test
    void a_claim_whose_class_waits_for_a_pod_may_be_pending() {
        String pending = "{status: {phase: Pending}}";
        assertThat(judged("PersistentVolumeClaim", pending, "{volumeBindingMode: WaitForFirstConsumer}"))
                .isEmpty();
        assertThat(judged("PersistentVolumeClaim", pending, "{volumeBindingMode: Immediate}"))
                .contains("is Pending, not Bound");
    }

    /** Scaled by hand, all that is left of it may be available. */
    @Test
    void what_is_declared_has_to_be_there_as_declared() {
        var two = new Member("hub", "apps/v1", "Deployment", "a", "b", Map.of("/spec/replicas", "2"));
        assertThat(Judgement.of(two, live("{spec: {replicas: 0}}")))
                .hasToString("hub: Deployment a/b: spec.replicas is 0, and 2 is declared");
        assertThat(Judgement.of(two, live(RUNS)).outcome()).isEqualTo(Outcome.GREEN);
        var layout = new Member("gpu", "v1", "Node", "", "n", Map.of("/metadata/labels/nvidia.com~1mig.config", "x"));
        assertThat(Judgement.of(layout, live("{metadata: {labels: {}}}")))
                .hasToString("gpu: Node n: metadata.labels.nvidia.com/mig.config is missing, and x is declared");
    }

    @Test
    void what_is_absent_is_red() {
        var member = new Member("hub", "v1", "ConfigMap", "a", "b", Map.of());
        assertThat(Judgement.of(member, Optional.empty())).hasToString("hub: ConfigMap a/b: is absent");
    }

    private static Optional<String> judged(String kind, String live, String... beside) {
        var member = new Member("stack", "v1", kind, "a", "b", Map.of());
        return Optional.of(Judgement.of(member, live(live, beside)))
                .filter(finding -> finding.outcome() != Outcome.GREEN)
                .map(Finding::reason);
    }

    private static Optional<Live> live(String object, String... beside) {
        return Optional.of(new Live(
                yaml(object), Arrays.stream(beside).map(JudgementTest::yaml).toList()));
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
