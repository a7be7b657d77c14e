package preview;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import change.Masks;
import change.Operation;
import change.ResourceChange;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import difference.FieldChange;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final String TYPE = "kubernetes:core/v1:ConfigMap";
    private static final String URN =
            "urn:pulumi:dev::facility::facility:stacks:JupyterHub$" + TYPE + "::jupyterhub/settings";

    private final Quiet quiet = new Quiet();
    private final EngineValues values = new EngineValues(Optional.empty(), Masks.none());

    @Test
    void the_three_steps_of_a_replacement_are_one_change() {
        var before = side("{data: {a: 1}}", false);
        var after = side("{data: {a: 2}}", false);
        assertThat(changes(
                        step("create-replacement", before, after),
                        step("replace", before, after),
                        step("delete-replaced", before, Optional.empty())))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.operation()).isEqualTo(Operation.REPLACE);
                    assertThat(change.title()).isEqualTo("ConfigMap jupyterhub/settings");
                    assertThat(change.stack()).isEqualTo("jupyterHub");
                    assertThat(change.replaceReasons()).containsExactly("data");
                    assertThat(change.properties())
                            .extracting(FieldChange::path)
                            .containsExactly("data.a");
                });
    }

    @Test
    void what_only_loses_its_protection_is_a_change_of_protection() {
        assertThat(changes(step("same", side("{a: 1}", true), side("{a: 1}", false))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.operation()).isEqualTo(Operation.PROTECTION);
                    assertThat(change.properties()).isEmpty();
                    assertThat(change.wasProtected()).isTrue();
                    assertThat(change.isProtected()).isFalse();
                });
    }

    @Test
    void a_stack_of_its_own_is_counted_and_not_shown() {
        var component = new Step(
                "create",
                "urn:pulumi:dev::facility::facility:stacks:JupyterHub::jupyterhub",
                "facility:stacks:JupyterHub",
                List.of(),
                List.of(),
                Optional.empty(),
                side("{}", false));
        assertThat(changes(component)).isEmpty();
        assertThat(quiet.hidden()).isEqualTo(Map.of("component", 1));
    }

    /** Somebody set 3 where 1 was declared, and the declaration goes on to say 2: intent is 1 -> 2, drift 1 -> 3. */
    @Test
    void what_somebody_did_on_the_cluster_is_apart_from_what_is_declared() {
        var drifted = step("refresh", side("{data: {a: 1}}", false), side("{data: {a: 3}}", false));
        var planned = step("update", side("{data: {a: 3}}", false), side("{data: {a: 2}}", false));
        var changes = new Steps(OpenInputs.none(), values, quiet).changes(List.of(planned), Map.of(URN, drifted));
        assertThat(changes).singleElement().satisfies(change -> assertThat(values(change.properties()))
                .containsExactly("data.a: 1 -> 2"));
        assertThat(drifts(List.of(drifted), List.of(planned))).singleElement().satisfies(drift -> {
            assertThat(values(drift.properties())).containsExactly("data.a: 1 -> 3");
            assertThat(drift.outcome()).isEqualTo(Outcome.TAKEN_BACK);
        });
    }

    @Test
    void what_is_only_taken_back_is_no_change_of_the_declaration() {
        var drifted = step("refresh", side("{data: {a: 1}}", false), side("{data: {a: 3}}", false));
        var planned = step("update", side("{data: {a: 3}}", false), side("{data: {a: 1}}", false));
        assertThat(new Steps(OpenInputs.none(), values, quiet).changes(List.of(planned), Map.of(URN, drifted)))
                .isEmpty();
    }

    @Test
    void what_is_gone_from_the_cluster_is_drift() {
        var drifted = step("refresh", side("{data: {a: 1}}", false), Optional.empty());
        assertThat(drifts(List.of(drifted), List.of())).singleElement().satisfies(drift -> {
            assertThat(drift.gone()).isTrue();
            assertThat(drift.properties()).isEmpty();
            assertThat(drift.outcome()).isEqualTo(Outcome.LEFT);
        });
    }

    @Test
    void drift_that_is_only_another_spelling_is_none() {
        var drifted = step("refresh", side("{cpu: 1000m}", false), side("{cpu: '1'}", false));
        assertThat(drifts(List.of(drifted), List.of())).isEmpty();
        assertThat(quiet.hidden()).isEqualTo(Map.of("quantity-spelling", 1));
    }

    private List<ResourceChange> changes(Step... steps) {
        return new Steps(OpenInputs.none(), values, quiet).changes(List.of(steps), Map.of());
    }

    private List<ResourceDrift> drifts(List<Step> drifted, List<Step> steps) {
        return new Drifts(OpenInputs.none(), values, quiet).of(drifted, steps);
    }

    private static List<String> values(List<FieldChange> fields) {
        return fields.stream()
                .map(field -> field.path() + ": " + field.before().orElseThrow() + " -> "
                        + field.after().orElseThrow())
                .toList();
    }

    private static Step step(String operation, Optional<Side> before, Optional<Side> after) {
        return new Step(operation, URN, TYPE, List.of("data"), List.of("data"), before, after);
    }

    private static Optional<Side> side(String inputs, boolean isProtected) {
        return Optional.of(new Side(Changed.yaml(inputs), Changed.yaml("{}"), isProtected));
    }
}
