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
    void a_step_that_changes_nothing_comes_without_its_resource() {
        assertThat(EngineEvent.parse(same("\"protect\":true", "\"protect\":true")))
                .contains(new EngineEvent.StepPlanned(step(new EngineEvent.Side(NONE, NONE, true))));
        String done = same("\"urn\":\"u\"", "\"urn\":\"u\"").replace("resourcePreEvent", "resOutputsEvent");
        assertThat(EngineEvent.parse(done))
                .contains(new EngineEvent.StepDone(step(new EngineEvent.Side(NONE, NONE, false)), true));
    }

    /** Somebody else's fields on an object of ours are in its outputs alone. */
    @Test
    void of_a_refresh_the_same_step_is_read_with_both_sides() {
        String line = same("\"urn\":\"u\"", "\"urn\":\"u\"");
        var step = ((EngineEvent.StepPlanned) EngineEvent.parseWhole(line).orElseThrow()).step();
        assertThat(step.after().orElseThrow().outputs().path("protect").asBoolean())
                .isTrue();
    }

    /** The engine calls it the same, and it is shown. */
    @Test
    void a_step_whose_protection_alone_changes_is_read_whole() {
        assertThat(EngineEvent.parse(same("\"protect\":true", "\"protect\":false")))
                .hasValueSatisfying(event -> {
                    var step = ((EngineEvent.StepPlanned) event).step();
                    assertThat(step.changes()).isTrue();
                    assertThat(step.before().orElseThrow().inputs().toString()).isEqualTo("{\"a\":[{\"b\":1}]}");
                    assertThat(step.after().orElseThrow().isProtected()).isFalse();
                });
    }

    @Test
    void what_a_same_step_says_beside_its_resource_is_kept() {
        String said = same("\"urn\":\"u\"", "\"urn\":\"u\"").replace("\"keys\":[]", "\"keys\":[\"spec\"]");
        assertThat(EngineEvent.parse(said)).hasValueSatisfying(event -> assertThat(
                        ((EngineEvent.StepPlanned) event).step().replaceReasons())
                .containsExactly("spec"));
    }

    private static String same(String before, String after) {
        String resource = ",\"inputs\":{\"a\":[{\"b\":1}]},\"outputs\":{\"protect\":true}";
        return "{\"sequence\":3,\"timestamp\":1,\"resourcePreEvent\":{\"metadata\":{\"op\":\"same\",\"urn\":\"a::u\",\"type\":\"t\","
                + "\"old\":{" + before + resource + "},\"new\":{" + after + resource + "},"
                + "\"keys\":[],\"diffs\":null,\"detailedDiff\":{},\"provider\":\"p\"},\"planning\":true}}";
    }

    private static EngineEvent.Step step(EngineEvent.Side side) {
        return new EngineEvent.Step(
                "same", "a::u", "t", java.util.List.of(), java.util.List.of(), Optional.of(side), Optional.of(side));
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
