package cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import engine.Changes;
import engine.EngineEvent;
import engine.EngineEvent.Diagnostic;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import target.NoClusterException;
import target.RefusedException;

/** A cluster that falls silent before the first step is a refusal; after it, something may be otherwise. */
class BeforeChangeTest {
    private static final BeforeChange BEFORE = new BeforeChange("./facility promote dev prod");
    private static final String SILENT = "NO CLUSTER: okd does not answer: nothing listens there";

    @Test
    void a_silent_cluster_is_a_refusal_that_says_how_to_go_on() {
        assertThatThrownBy(() -> BEFORE.look(() -> {
                    throw new NoClusterException(SILENT);
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessage(SILENT + "; nothing was changed, recorded, announced or pinned; once it answers:"
                        + " ./facility promote dev prod");
        assertThat(BEFORE.look(() -> "seen")).isEqualTo("seen");
    }

    @Test
    void what_the_program_says_of_it_is_known_from_any_other_error() {
        assertThat(ended("conflict", SILENT).clusterSilent()).contains(SILENT);
        assertThat(ended("conflict").clusterSilent()).isEmpty();
        assertThatThrownBy(() -> BeforeChange.answered(ended(SILENT))).isInstanceOf(NoClusterException.class);
        var other = ended("conflict");
        assertThat(BeforeChange.answered(other)).isSameAs(other);
    }

    @ParameterizedTest
    @CsvSource({
        "create, false, true",
        "create, true, false",
        "refresh, false, false",
        "same, false, false",
    })
    void a_run_has_begun_with_the_first_step_that_changes(String operation, boolean planned, boolean begun) {
        var seen = new ArrayList<EngineEvent>();
        var watcher = new Begun(seen::add);
        var event = new EngineEvent.StepDone(step(operation), planned);
        watcher.accept(event);
        assertThat(watcher.anything()).isEqualTo(begun);
        assertThat(seen).containsExactly(event);
    }

    @Test
    void a_step_that_failed_may_have_been_taken_and_a_look_that_failed_was_none() {
        var watcher = new Begun(event -> {});
        watcher.accept(new EngineEvent.StepPlanned(step("update")));
        watcher.accept(new EngineEvent.StepFailed(step("refresh")));
        assertThat(watcher.anything()).isFalse();
        watcher.accept(new EngineEvent.StepFailed(step("update")));
        watcher.accept(new EngineEvent.StepDone(step("same"), false));
        assertThat(watcher.anything()).isTrue();
    }

    private static Changes ended(String... errors) {
        var collector = new Changes.Collector(event -> {});
        for (String error : errors) {
            collector.accept(new Diagnostic("error", "", error));
        }
        return collector.ended(1);
    }

    private static Step step(String operation) {
        var side = Optional.of(
                new Side(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode(), false));
        return new Step(operation, "urn:pulumi:dev::facility::a::b", "a", List.of(), List.of(), side, side);
    }
}
