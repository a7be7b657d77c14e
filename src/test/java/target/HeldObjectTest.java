package target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One object as a state holds it, and the same as a listing shows it after something happened. */
class HeldObjectTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ListedKind SERVICE = new ListedKind("v1", "Service");

    private static final String DECLARED =
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: hub
              namespace: jupyterhub
              labels: {app.kubernetes.io/managed-by: facility}
            spec:
              selector: {component: hub}
              externalIPs: [10.0.0.1]
              ports:
              - {name: http, port: 80, targetPort: 8000}
            """;

    private static final String METADATA =
            """
            name: hub
            namespace: jupyterhub
            uid: 11-22
            resourceVersion: "7"
            managedFields:
            - {manager: kube, operation: Update, subresource: status, time: "2026-01-01T00:00:00Z", fieldsV1: {"f:status": {}}}
            - manager: facility
              operation: Apply
              time: "2026-01-01T00:00:00Z"
              fieldsV1:
                f:metadata: {f:labels: {f:app.kubernetes.io/managed-by: {}}}
                f:spec:
                  f:selector: {}
                  f:externalIPs: {'v:"10.0.0.1"': {}}
                  f:ports: {'k:{"port":80,"protocol":"TCP"}': {.: {}, f:name: {}, f:port: {}, f:targetPort: {}}}
            """;

    @Test
    void what_nobody_wrote_to_is_as_it_is_held() {
        assertThat(held(DECLARED, METADATA).isStill(listed(METADATA))).isTrue();
        assertThat(held(DECLARED, METADATA).isLabelled()).isTrue();
        assertThat(held(DECLARED, METADATA)).hasToString("Service of v1 jupyterhub/hub");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "uid: 11-22                     | uid: 33-44                                     | false",
                "uid: 11-22                     | 'uid: 11-22\ndeletionTimestamp: 2026-01-01'     | false",
                "f:targetPort: {}               | f:nodePort: {}                                  | false",
                ", f:targetPort: {}             | ''                                              | false",
                "manager: facility              | manager: somebody                               | false",
                "operation: Apply               | operation: Update                               | false",
                "operation: Apply               | 'operation: Apply\n  subresource: scale'         | false",
                "resourceVersion: \"7\"         | resourceVersion: \"8\"                          | true",
                "manager: kube                  | manager: another                                | true",
            })
    void what_happened_to_it_decides(String from, String to, boolean still) {
        assertThat(METADATA).contains(from);
        assertThat(held(DECLARED, METADATA).isStill(listed(METADATA.replace(from, to))))
                .isEqualTo(still);
    }

    @Test
    void whoever_writes_as_us_moves_the_time() {
        int ours = METADATA.lastIndexOf("00:00:00Z");
        String later = METADATA.substring(0, ours) + "00:00:01Z" + METADATA.substring(ours + 9);
        assertThat(held(DECLARED, METADATA).isStill(listed(later))).isFalse();
    }

    /** It was taken over before the state was written: what is declared is not what the cluster has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targetPort: 8000   | targetPort: 8000, nodePort: 30000",
                "port: 80           | port: 81",
                "[10.0.0.1]         | [10.0.0.2]",
                "[10.0.0.1]         | '[10.0.0.1, 10.0.0.2]'",
                "spec:              | 'type: Opaque\nspec:'",
                "namespace: jupyterhub | 'namespace: jupyterhub\n  annotations: {a: b}'",
            })
    void a_declared_field_that_is_not_ours_is_never_certain(String from, String to) {
        assertThat(DECLARED).contains(from);
        var held = held(DECLARED.replace(from, to), METADATA);
        assertThat(held.isStill(listed(METADATA))).isFalse();
    }

    /** Whose order nobody owns: moved by hand, it leaves no trace but the object's version. */
    @ParameterizedTest(name = "version {0}, generation {1}, {2}: {3}")
    @CsvSource({"7, 1, spec, true", "8, 1, spec, true", "8, 2, spec, false", "7, 2, spec, true", "8, 1, webhooks, false"
    })
    void the_order_of_two_items_is_certain_only_where_nothing_moved(
            String version, long generation, String below, boolean still) {
        String two = METADATA.replace("'v:\"10.0.0.1\"': {}", "'v:\"10.0.0.1\"': {}, 'v:\"10.0.0.2\"': {}")
                .replace("f:spec", "f:" + below)
                .replace("uid:", "generation: 1\nuid:");
        String declared = DECLARED.replace("[10.0.0.1]", "[10.0.0.1, 10.0.0.2]").replace("spec:", below + ":");
        String live = two.replace("\"7\"", "\"" + version + "\"").replace("generation: 1", "generation: " + generation);
        assertThat(held(declared, two).isStill(listed(live))).isEqualTo(still);
    }

    @Test
    void a_state_without_managed_fields_is_never_certain() {
        String without = METADATA.substring(0, METADATA.indexOf("managedFields"));
        assertThat(held(DECLARED, without).isStill(listed(without))).isFalse();
    }

    @Test
    void two_entries_of_ours_are_never_certain() {
        String twice = METADATA + METADATA.substring(METADATA.indexOf("- manager: facility"));
        assertThat(held(DECLARED, twice).isStill(listed(twice))).isFalse();
    }

    @Test
    void what_is_not_listed_has_moved() {
        var held = java.util.List.of(held(DECLARED, METADATA));
        assertThat(Unmoved.moved(held, java.util.Map.of())).containsExactly("Service of v1 jupyterhub/hub");
        assertThat(Unmoved.moved(held, HeldObject.byTitle(java.util.List.of(listed(METADATA)))))
                .isEmpty();
    }

    private static HeldObject held(String declared, String metadata) {
        return new HeldObject(SERVICE, false, tree(declared), listed(metadata));
    }

    private static ListedObject listed(String metadata) {
        return new ListedObject(SERVICE, tree(metadata));
    }

    static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }
}
