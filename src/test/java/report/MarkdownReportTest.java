package report;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSet;
import change.Changed;
import change.Danger;
import change.EverySort;
import change.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownReportTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** What a host makes a link, a mention or a picture of by itself. */
    private static final Pattern CALLS = Pattern.compile("@\\w|#\\d|://\\S|(?i:www)\\.\\w|:\\w+:");

    static Stream<String> hostile() {
        return Hostile.VALUES.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_value_changes_nothing_in_the_structure(String value) {
        assertThat(structure(markdown(Hostile.set(value))))
                .isEqualTo(structure(markdown(Hostile.set(Hostile.harmless(value)))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_value_calls_nobody_and_holds_no_control_character(String value) {
        String markdown = markdown(Hostile.set(value));
        assertThat(texts(PARSER.parse(markdown)))
                .noneMatch(text -> CALLS.matcher(text).find());
        assertThat(Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]")
                        .matcher(markdown)
                        .find())
                .isFalse();
    }

    /** The test above can see: what is not escaped is another structure. */
    @Test
    void a_structure_that_differs_is_seen() {
        assertThat(structure("- a `b`\n")).isNotEqualTo(structure("- a b\n")).isNotEqualTo(structure("- a <i>\n"));
    }

    @Test
    void danger_is_before_all_changes_and_each_is_whole() {
        String markdown = markdown(EverySort.set());
        assertThat(markdown).startsWith("### prod on okd-prod: refused\n\n");
        assertThat(markdown)
                .containsSubsequence(
                        "**Error** at `Service jupyterhub/proxy`",
                        "**Refused**: `PersistentVolumeClaim jupyterhub/scratch` is protected, and this would delete it",
                        "#### Danger",
                        "1. **data can be lost**: `Namespace jupyterhub` is protected no longer.",
                        "requests.cpu 96 -\\> 64, below the 80 in use".replace("\\>", "&gt;"),
                        "| stack | create | update | replace | delete | by hand |",
                        "policy **mandatory** `images-are-pinned` (high)",
                        "#### Changed by hand on the cluster",
                        "by kubectl-edit; up takes it back",
                        "#### Changes",
                        "- spec.template.spec.containers[hub].image: hub:5.3.0",
                        "+ spec.template.spec.containers[hub].image: hub:5.4.0",
                        "Not shown: 12 by component, 3 by quantity-spelling.",
                        "commit 5a892a6 with uncommitted changes");
    }

    @Test
    void nothing_changed_is_one_line() {
        assertThat(markdown(Changed.set())).isEqualTo("### prod on okd-prod: no changes in 226 resources\n");
    }

    @Test
    void a_run_that_came_to_no_end_says_so_in_its_head() {
        assertThat(markdown(Changed.failed(Verdict.NO_CLUSTER, 1, "no answer\nin 10 s")))
                .startsWith("### prod on okd-prod: NO CLUSTER\n")
                .contains("**Error**\n\n```text\nno answer\nin 10 s\n```\n");
    }

    @Test
    void five_thousand_objects_fit_with_danger_first_and_what_is_left_out_named() {
        ChangeSet set = Hostile.large(5_000);
        String markdown = MarkdownReport.of(set, MarkdownReport.GITHUB);
        assertThat(markdown.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(MarkdownReport.GITHUB - 5_000, MarkdownReport.GITHUB);
        assertThat(set.dangers()).hasSize(10).extracting(Danger::resource).allMatch(markdown::contains);
        assertThat(markdown.indexOf("#### Danger")).isBetween(0, markdown.indexOf("#### Changes"));
        assertThat(count(markdown, "<details>"))
                .isEqualTo(count(markdown, "</details>"))
                .isPositive();
        assertThat(count(markdown, "```") % 2).isZero();
        long shown = count(markdown, "<details>");
        assertThat(markdown)
                .contains("**Left out for length** (60000 bytes): " + (5_000 - shown)
                        + " of the sections, `ConfigMap team-")
                .contains("commit 5a892a6", "Not shown: 4 by quantity-spelling");
        assertThat(MarkdownReport.of(set, Integer.MAX_VALUE)).doesNotContain("Left out");
    }

    @Test
    void what_is_left_out_is_named_within_the_budget_whatever_its_name() {
        var sections = new ArrayList<Section>();
        for (int i = 0; i < 40; i++) {
            sections.add(new Section(1, "\u4e16`".repeat(60), "x".repeat(2_000)));
        }
        assertThat(Section.fitted("head\n", sections, 5_000).getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(5_000);
    }

    /** The reason why a run failed is never what is left out. */
    @Test
    void an_error_without_end_is_shown_as_far_as_it_helps() {
        var set = Changed.failed(Verdict.FAILED, 1, ("line " + "x".repeat(5_000) + "\n").repeat(1_000));
        assertThat(MarkdownReport.of(set, MarkdownReport.GITHUB))
                .contains("**Error**", "line xxx", "... (960 more lines)")
                .doesNotContain("Left out");
    }

    private static String markdown(ChangeSet set) {
        return MarkdownReport.of(set, Integer.MAX_VALUE);
    }

    private static long count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }

    private static String structure(String markdown) {
        return structure(PARSER.parse(markdown));
    }

    private static String structure(Node node) {
        if (node instanceof HtmlInline tag && tag.getLiteral().equals("<!-- -->")) {
            return "Text";
        }
        String self = node.getClass().getSimpleName();
        if (node instanceof HtmlBlock block) {
            self += TAG.matcher(block.getLiteral())
                    .results()
                    .map(tag -> tag.group())
                    .filter(tag -> !tag.equals("<!-- -->"))
                    .collect(Collectors.joining());
        } else if (node instanceof FencedCodeBlock block) {
            self += block.getInfo();
        }
        var children = new ArrayList<String>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            String word = structure(child);
            boolean goesOn = word.equals("Text")
                    && !children.isEmpty()
                    && children.get(children.size() - 1).equals("Text");
            if (!goesOn) {
                children.add(word);
            }
        }
        return children.isEmpty() ? self : self + "(" + String.join(" ", children) + ")";
    }

    private static List<String> texts(Node node) {
        var texts = new ArrayList<String>();
        if (node instanceof Text text) {
            texts.add(text.getLiteral());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            texts.addAll(texts(child));
        }
        return texts;
    }
}
