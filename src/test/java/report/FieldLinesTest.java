package report;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import difference.FieldChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldLinesTest {
    @Test
    void before_and_after_are_a_line_each_and_absent_is_none() {
        assertThat(lines("a", text("x"), text("y"))).containsExactly("- a: x", "+ a: y");
        assertThat(lines("a", Optional.empty(), text("y"))).containsExactly("+ a: y");
        assertThat(lines("a", text("x"), Optional.empty())).containsExactly("- a: x");
    }

    @Test
    void of_a_text_only_the_lines_that_differ_are_shown() {
        assertThat(lines("data[x]", text("1\n2\n3\n"), text("1\nzwei\n3\n4\n")))
                .containsExactly("  data[x], line 2:", "- 2", "+ zwei", "  data[x], line 4:", "+ 4");
    }

    @Test
    void what_looks_like_another_type_keeps_its_quotes() {
        assertThat(lines("a", text("1"), Optional.of(Changed.yaml("1")))).containsExactly("- a: \"1\"", "+ a: 1");
        assertThat(lines("a", text(""), text("true"))).containsExactly("- a: \"\"", "+ a: \"true\"");
    }

    @Test
    void control_characters_are_shown_and_never_written() {
        assertThat(lines("a\nb", text("x\u001b[31m"), text("x\u202ey\u200bz")))
                .containsExactly("- a\\nb: x\ufffd[31m", "+ a\\nb: x\ufffdy\ufffdz");
    }

    @Test
    void a_long_value_is_cut_and_says_so() {
        assertThat(lines("a", text("x".repeat(300)), Optional.empty()))
                .containsExactly("- a: " + "x".repeat(240) + "... (60 more characters)");
    }

    /** Otherwise a reader would see two lines that are the same. */
    @Test
    void two_long_values_that_differ_at_their_end_are_shown_from_there() {
        assertThat(lines("a", text("x".repeat(500) + "one"), text("x".repeat(500) + "two")))
                .containsExactly(
                        "- a: (460 characters that are the same) ..." + "x".repeat(40) + "one",
                        "+ a: (460 characters that are the same) ..." + "x".repeat(40) + "two");
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(lines("a", text("x".repeat(239) + "\ud83d\ude00" + "y".repeat(9)), Optional.empty()))
                .containsExactly("- a: " + "x".repeat(239) + "... (11 more characters)");
    }

    @Test
    void a_checksum_is_enough_by_its_beginning() {
        assertThat(lines("a", text("0123456789abcdef".repeat(4)), Optional.empty()))
                .containsExactly("- a: 0123456789ab...");
    }

    private static List<String> lines(String path, Optional<JsonNode> before, Optional<JsonNode> after) {
        return FieldLines.of(new FieldChange(path, before, after)).stream()
                .map(line -> line.sign() + " " + line.text())
                .toList();
    }

    private static Optional<JsonNode> text(String text) {
        return Optional.of(JsonNodeFactory.instance.textNode(text));
    }
}
