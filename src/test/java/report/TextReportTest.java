package report;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import change.EverySort;
import change.Operation;
import change.ResourceChange;
import com.fasterxml.jackson.databind.node.TextNode;
import difference.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
    static Stream<String> hostile() {
        return Hostile.VALUES.stream();
    }

    @Test
    void nothing_changed_is_one_line() {
        assertThat(TextReport.lines(Changed.set(), Palette.PLAIN))
                .containsExactly("prod on okd-prod: no changes in 226 resources");
    }

    @Test
    void danger_is_before_the_changes_and_the_counts_are_last() {
        assertThat(TextReport.of(EverySort.set(), Palette.PLAIN))
                .startsWith("prod on okd-prod: refused\nerror: Service jupyterhub/proxy: spec.clusterIP: field is")
                .containsSubsequence(
                        "refused: PersistentVolumeClaim jupyterhub/scratch is protected",
                        "danger: data can be lost: ",
                        "jupyterhub\n  ~ Deployment jupyterhub/hub\n"
                                + "      spec.template.spec.containers[hub].image: hub:5.3.0 -> hub:5.4.0\n",
                        "  * Namespace jupyterhub (protected no longer)",
                        "  ! Service jupyterhub/proxy (replace for spec.clusterIP)",
                        "changed by hand on the cluster\n  ~ ConfigMap monitoring/dashboards: by kubectl-edit",
                        "node gpu-1: 2 pods hold slices",
                        "policy mandatory: [images-are-pinned]",
                        "not shown: 12 by component, 3 by quantity-spelling\n")
                .endsWith("1 create, 3 update, 1 replace, 1 delete, 1 protection, 2 changed by hand, 226 unchanged\n");
    }

    @Test
    void colours_are_there_only_where_they_are_asked_for() {
        String plain = TextReport.of(EverySort.set(), Palette.PLAIN);
        String coloured = TextReport.of(EverySort.set(), Palette.ANSI);
        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
    }

    @Test
    void what_is_long_is_folded_and_cut_for_a_terminal_and_says_so() {
        var fields = IntStream.range(0, 40)
                .mapToObj(at -> new FieldChange(
                        "spec.some.rather.long.path.of.a.property.number" + at,
                        Optional.of(new TextNode("before")),
                        Optional.of(new TextNode("after"))))
                .toList();
        var change = new ResourceChange(
                Operation.UPDATE,
                "jupyterhub",
                "kubernetes:core/v1:ConfigMap",
                "jupyterhub/hub",
                false,
                false,
                fields,
                List.of(),
                Optional.empty(),
                Optional.empty());
        var lines = TextReport.lines(Changed.set(change), Palette.PLAIN, 50);
        assertThat(lines).contains("      ... 16 more lines; whole with --format markdown");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("      spec."))
                .hasSize(24)
                .allSatisfy(line -> assertThat(line).hasSize(50).endsWith("..."));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_value_moves_no_cursor(String value) {
        assertThat(TextReport.lines(Hostile.set(value), Palette.PLAIN))
                .noneMatch(line -> line.codePoints().anyMatch(Character::isISOControl));
    }
}
