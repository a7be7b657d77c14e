package target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what runs is certainly ready, from whole objects. */
class WorkingTest {
    private static final String ALL =
            """
            - kind: Deployment
              apiVersion: apps/v1
              metadata: {namespace: jupyterhub, name: hub, generation: 3}
              spec:
                replicas: 2
                template: {spec: {volumes: [{name: db, persistentVolumeClaim: {claimName: db}}, {name: tmp, emptyDir: {}}]}}
              status:
                observedGeneration: 3
                replicas: 2
                updatedReplicas: 2
                readyReplicas: 2
                availableReplicas: 2
                conditions:
                - {type: Available, status: "True", reason: MinimumReplicasAvailable}
                - {type: Progressing, status: "True", reason: NewReplicaSetAvailable}
            - kind: Service
              apiVersion: v1
              metadata: {namespace: jupyterhub, name: hub}
              spec: {type: ClusterIP, clusterIP: 10.0.0.1, selector: {a: b}}
            - kind: Endpoints
              apiVersion: v1
              metadata: {namespace: jupyterhub, name: hub}
              subsets: [{addresses: [{ip: 10.1.0.1}]}]
            - kind: PersistentVolumeClaim
              apiVersion: v1
              metadata: {namespace: jupyterhub, name: db}
              status: {phase: Bound}
            """;

    @Test
    void what_is_rolled_out_and_reached_is_ready() {
        assertThat(ready(ALL)).isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "readyReplicas: 2       | readyReplicas: 1                    | false",
                "updatedReplicas: 2     | updatedReplicas: 1                  | false",
                "availableReplicas: 2   | unavailableReplicas: 2              | false",
                "'    replicas: 2\n    updated' | '    replicas: 3\n    updated' | false",
                "observedGeneration: 3  | observedGeneration: 2               | false",
                "NewReplicaSetAvailable | ProgressDeadlineExceeded            | false",
                "type: Available, status: \"True\" | type: Available, status: \"False\" | false",
                "phase: Bound           | phase: Lost                         | false",
                "claimName: db          | claimName: other                    | false",
                "[{addresses            | [{notReadyAddresses                 | false",
                "kind: Endpoints        | kind: Other                         | false",
                "type: ClusterIP        | type: LoadBalancer                  | false",
                "kind: Service          | kind: Other                         | false",
                "kind: Deployment       | kind: Other                         | false",
            })
    void what_is_not_ready_or_not_seen_is_not_certain(String from, String to, boolean ready) {
        assertThat(ALL).contains(from);
        assertThat(ready(ALL.replace(from, to))).isEqualTo(ready);
    }

    /** The provider waits for no pods of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusterIP: 10.0.0.1 | clusterIP: None",
                "selector: {a: b} | selector: {}",
                "ClusterIP, | ExternalName,"
            })
    void a_service_without_pods_of_its_own_needs_none(String from, String to) {
        assertThat(ALL).contains(from);
        assertThat(ready(ALL.replace(from, to).replace("kind: Endpoints", "kind: Other")))
                .isTrue();
    }

    private static boolean ready(String yaml) {
        var listed = new TreeMap<ListedKind, List<JsonNode>>();
        for (JsonNode object : HeldObjectTest.tree(yaml)) {
            listed.put(
                    kind(object.path("apiVersion").asText(), object.path("kind").asText()), List.of(object));
        }
        return Working.all(
                listed,
                Stream.of(kind("apps/v1", "Deployment"), kind("v1", "Service"))
                        .map(WorkingTest::hub)
                        .toList());
    }

    private static ListedKind kind(String apiVersion, String kind) {
        return new ListedKind(apiVersion, kind);
    }

    private static HeldObject hub(ListedKind kind) {
        var metadata = HeldObjectTest.tree("{namespace: jupyterhub, name: hub}");
        return new HeldObject(kind, false, metadata, new ListedObject(kind, metadata));
    }
}
