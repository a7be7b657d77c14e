package preview;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import change.FieldAuthor;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a look at every object finds that the engine does not compare: what was added, and by whom. */
class AddedFieldsTest {
    private static final String LIVE =
            """
            metadata:
              name: hub
              resourceVersion: "7"
              annotations: {deployment.kubernetes.io/revision: "2", note: look here}
              managedFields:
              - {manager: facility, operation: Apply, time: "2026-11-26T10:00:00Z", fieldsV1: {
                  f:spec: {f:limits: {}, f:template: {f:containers: {'k:{"name":"hub"}': {.: {}, f:name: {}, f:image: {}}}}}}}
              - {manager: kubectl-set, operation: Update, time: "2026-11-26T11:00:00Z", fieldsV1: {
                  f:spec: {f:limits: {}, f:template: {f:containers: {'k:{"name":"hub"}': {f:env: {'k:{"name":"DEBUG"}': {.: {}, f:name: {}, f:value: {}}}}}}},
                  f:metadata: {f:annotations: {f:note: {}}, f:resourceVersion: {}}}}
              - {manager: kubectl-edit, operation: Update, subresource: status, time: "2026-11-26T12:00:00Z", fieldsV1: {f:status: {f:a: {}}}}
              - {manager: kube-controller-manager, operation: Update, time: "2026-11-26T13:00:00Z", fieldsV1: {
                  f:metadata: {f:annotations: {f:deployment.kubernetes.io/revision: {}}}, f:status: {f:replicas: {}}}}
            spec:
              limits: [{type: Container, max: 1}]
              template: {containers: [{name: hub, image: i, env: [{name: DEBUG, value: "1"}]}]}
            status: {a: 1, replicas: 1}
            """;

    @Test
    void an_item_and_a_note_more_are_found_with_who_and_when_and_the_clusters_own_work_is_not() {
        var drift = look(step("apps/v1:Deployment", "{spec: {a: 1}}", "{spec: {a: 1}}", LIVE));
        assertThat(drift.properties())
                .map(FieldChange::path)
                .containsExactlyInAnyOrder("spec.template.containers[hub].env[DEBUG]", "metadata.annotations.note");
        assertThat(drift.properties())
                .allSatisfy(field -> assertThat(field.before()).isEmpty());
        assertThat(drift.authors()).containsExactly(new FieldAuthor("kubectl-set", "Update", "2026-11-26T11:00:00Z"));
        assertThat(drift.managers()).containsExactly("kubectl-set");
        assertThat(drift.outcome()).isEqualTo(Outcome.LEFT);
    }

    @Test
    void a_field_that_the_engine_found_otherwise_is_told_once() {
        String live = LIVE.replace(
                "f:limits: {}, f:template: {f:containers: {'k:{\"name\":\"hub\"}': {.: {}",
                "f:template: {f:containers: {'k:{\"name\":\"hub\"}': {.: {}");
        var drift = look(step(
                "apps/v1:Deployment",
                "{spec: {limits: [{type: Container, max: 2}]}}",
                "{spec: {limits: [{type: Container, max: 1}]}}",
                live));
        assertThat(drift.properties())
                .map(FieldChange::path)
                .contains("spec.limits[Container].max")
                .doesNotContain("spec.limits");
        assertThat(drift.outcome()).isEqualTo(Outcome.TAKEN_BACK);
    }

    /** Of a list that is set whole, who changes it owns it all; put back by hand, it stays that person's. */
    @Test
    void a_field_that_was_taken_over_and_put_back_is_no_drift() {
        String live =
                """
                metadata:
                  managedFields:
                  - {manager: facility, operation: Apply, fieldsV1: {f:data: {f:a: {}}}}
                  - {manager: somebody, operation: Update, time: "2026-11-26T11:00:00Z", fieldsV1: {f:spec: {f:limits: {}}}}
                spec: {limits: [{type: Container, max: 1}]}
                """;
        String declared = "{spec: {limits: [{type: Container, max: 1}]}}";
        assertThat(all(step("core/v1:LimitRange", declared, declared, live))).isEmpty();
    }

    @Test
    void what_was_added_to_a_secret_is_never_shown() {
        String live =
                """
                metadata:
                  managedFields:
                  - {manager: facility, operation: Apply, fieldsV1: {f:data: {f:a: {}}}}
                  - {manager: kubectl-edit, operation: Update, time: "2026-11-26T11:00:00Z", fieldsV1: {f:data: {f:b: {}}}}
                data: {a: c2VjcmV0, b: aHVudGVyMg==}
                """;
        var drift = look(step("core/v1:Secret", "{data: {a: c2VjcmV0}}", "{data: {a: c2VjcmV0}}", live));
        assertThat(drift.properties()).singleElement().satisfies(field -> {
            assertThat(field.path()).isEqualTo("data.b");
            assertThat(field.after().map(JsonNode::asText)).contains("[secret]");
        });
    }

    @Test
    void an_object_that_somebody_else_made_anew_is_drift_and_one_that_is_gone_too() {
        String foreign =
                """
                metadata:
                  managedFields:
                  - {manager: kubectl-create, operation: Update, time: "2026-11-26T11:00:00Z", fieldsV1: {f:data: {f:a: {}}}}
                data: {a: 1}
                """;
        var anew = look(step("core/v1:ConfigMap", "{data: {a: 1}}", "{data: {a: 1}}", foreign));
        assertThat(anew.properties()).map(FieldChange::path).containsExactly("metadata.managedFields");
        assertThat(anew.managers()).containsExactly("kubectl-create");

        var gone = new Step(
                "delete",
                urn("core/v1:ConfigMap"),
                "kubernetes:core/v1:ConfigMap",
                List.of(),
                List.of(),
                side("{}", "{}"),
                Optional.empty());
        assertThat(look(gone).gone()).isTrue();
        assertThat(look(gone).authors()).isEmpty();
    }

    @Test
    void of_somebody_elses_object_only_the_patched_fields_are_looked_at() {
        assertThat(all(step("core/v1:NodePatch", "{a: 1}", "{a: 1}", LIVE))).isEmpty();
    }

    @Test
    void a_field_that_was_taken_away_is_laid_to_whoever_changed_the_object_last() {
        var drift = look(step("core/v1:ConfigMap", "{data: {a: 1}}", "{data: {}}", LIVE));
        assertThat(drift.properties()).map(FieldChange::path).contains("data.a");
        assertThat(drift.managers()).containsExactly("kubectl-set");
    }

    private static ResourceDrift look(Step step) {
        var all = all(step);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<ResourceDrift> all(Step step) {
        var values = new EngineValues(Optional.empty(), change.Masks.none());
        return new Drifts(OpenInputs.none(), values, new Quiet()).of(List.of(step));
    }

    private static Step step(String type, String before, String after, String live) {
        return new Step(
                "same", urn(type), "kubernetes:" + type, List.of(), List.of(), side(before, "{}"), side(after, live));
    }

    private static String urn(String type) {
        return "urn:pulumi:dev::facility::facility:stacks:Jupyterhub$kubernetes:" + type + "::jupyterhub/hub";
    }

    private static Optional<Side> side(String inputs, String outputs) {
        return Optional.of(new Side(Changed.yaml(inputs), Changed.yaml(outputs), false));
    }
}
