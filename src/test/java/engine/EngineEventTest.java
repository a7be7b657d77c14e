package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineEventTest {
    private static final MissingNode NONE = MissingNode.getInstance();

    @Test
    void a_step_carries_its_operation_and_the_properties_that_change() {
        var event = EngineEvent.parse(
                """
                {"sequence":3,"resourcePreEvent":{"metadata":{"op":"update","urn":"urn:pulumi:dev::facility::a$kubernetes:core/v1:Namespace::hub",
                "type":"kubernetes:core/v1:Namespace","old":{"protect":true},"detailedDiff":{"metadata.labels.b":{},"metadata.labels.a":{}}}}}
                """
                        .replace("\n", ""));
        assertThat(event)
                .contains(new EngineEvent.StepPlanned(new EngineEvent.Step(
                        "update",
                        "urn:pulumi:dev::facility::a$kubernetes:core/v1:Namespace::hub",
                        "kubernetes:core/v1:Namespace",
                        java.util.List.of("metadata.labels.a", "metadata.labels.b"),
                        java.util.List.of(),
                        Optional.of(new EngineEvent.Side(NONE, NONE, true)),
                        Optional.empty())));
    }

    /** An apply's own preview comes first in the same stream, and nothing of it has been done. */
    @Test
    void a_step_of_a_preview_is_told_from_one_that_was_taken() {
        assertThat(EngineEvent.parse("{\"resOutputsEvent\":{\"metadata\":{\"op\":\"create\"},\"planning\":true}}"))
                .hasValueSatisfying(event ->
                        assertThat(((EngineEvent.StepDone) event).planned()).isTrue());
        assertThat(EngineEvent.parse("{\"resOutputsEvent\":{\"metadata\":{\"op\":\"create\"}}}"))
                .hasValueSatisfying(event ->
                        assertThat(((EngineEvent.StepDone) event).planned()).isFalse());
    }

    @Test
    void the_engines_colour_marks_are_no_part_of_what_it_says() {
        var event = EngineEvent.parse(
                "{\"diagnosticEvent\":{\"severity\":\"error\",\"message\":\"<{%reset%}>broken<{%reset%}>\\n\"}}");
        assertThat(event).contains(new EngineEvent.Diagnostic("error", "", "broken"));
    }

    @Test
    void a_line_that_is_no_event_is_none() {
        assertThat(EngineEvent.parse("error: no stack")).isEmpty();
        assertThat(EngineEvent.parse("{broken")).isEmpty();
        assertThat(EngineEvent.parse("{\"somethingNew\":{}}")).isEmpty();
    }
}
