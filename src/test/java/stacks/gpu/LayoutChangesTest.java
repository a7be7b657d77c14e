package stacks.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.NodeGpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a preview says when the nodes are cut or shared in another way than declared. */
class LayoutChangesTest {
    private static final Facility DEV =
            FacilityReader.read(Path.of(""), Environment.DEV, false).facility().orElseThrow();

    private static final NodeGpus TENS = cut("gpu-10gb-0", "all-1g.10gb", Map.of("1g.10gb", 7));
    private static final NodeGpus TWENTIES = cut("gpu-20gb-0", "mixed-2g.20gb", Map.of("2g.20gb", 3, "1g.10gb", 1));
    private static final NodeGpus FORTIES = cut("gpu-40gb-0", "all-3g.40gb", Map.of("3g.40gb", 2));

    @Test
    void nodes_that_are_cut_as_declared_have_nothing_to_say() {
        var changes = LayoutChanges.of(DEV, List.of(TENS, TWENTIES, FORTIES));
        assertThat(changes.none()).isTrue();
        assertThat(changes.lines()).isEmpty();
    }

    @Test
    void another_layout_says_which_flavours_lose_and_gain_how_much() {
        var sevens = cut("gpu-40gb-0", "all-1g.10gb", Map.of("1g.10gb", 7));
        assertThat(LayoutChanges.of(DEV, List.of(TENS, TWENTIES, sevens)).lines())
                .containsExactly(
                        "~ cards of gpu-40gb-0: layout all-1g.10gb -> all-3g.40gb; they are reset, or the node reboots:"
                                + " it fails while a pod computes on them, so drain it first",
                        "~ slices of 1g.10gb: 15 -> 8, 7 fewer, for dune/gpu-sl7, acorn/gpu-sl7, acorn/l-cape-gpu-sl7,"
                                + " acorn/reads-gpu-sl7, fife/gpu-sl7, cosmic/gpu-sl7, fermi/mig-10gb, cms-lpc/gpu-sl7",
                        "~ slices of 3g.40gb: 0 -> 2, 2 more, for fermi/mig-40gb");
    }

    @Test
    void slices_whose_flavours_went_with_them_are_said_to_be_lost_all_the_same() {
        var forties = FacilityReader.readFile(
                        Path.of("src/test/resources/facility/happy/cards-that-are-shared.yaml"), Environment.DEV, false)
                .facility()
                .orElseThrow();
        var quarters = cut("gpu-40gb-0", "quarters", Map.of("1g.20gb", 4));
        assertThat(LayoutChanges.of(forties, List.of(quarters)).lines())
                .contains(
                        "~ slices of 1g.20gb: 4 -> 0, 4 fewer, for no offered flavour",
                        "~ slices of 3g.40gb: 0 -> 2, 2 more, for no offered flavour");
    }

    @Test
    void a_layout_that_is_redefined_under_its_name_is_said_not_to_take_effect() {
        var sixes = cut("gpu-10gb-0", "all-1g.10gb", Map.of("1g.10gb", 6));
        var changes = LayoutChanges.of(DEV, List.of(sixes, TWENTIES, FORTIES));
        assertThat(changes.lines())
                .containsExactly("! cards of gpu-10gb-0: offer 6 x 1g.10gb, and the layout of that name is declared as"
                        + " 7 x 1g.10gb; the MIG manager cuts again only for another name: rename the layout");
        assertThat(changes.slices()).isEmpty();
    }

    @Test
    void a_node_that_is_still_being_cut_is_not_accused_of_offering_too_little() {
        var pending = new NodeGpus("gpu-10gb-0", "all-1g.10gb", false, Optional.empty(), Map.of());
        assertThat(LayoutChanges.of(DEV, List.of(pending, TWENTIES, FORTIES)).none())
                .isTrue();
    }

    @Test
    void cards_that_come_to_be_shared_are_not_reset() {
        var shared = FacilityReader.readFile(
                        Path.of("src/test/resources/facility/happy/cards-that-are-shared.yaml"), Environment.DEV, false)
                .facility()
                .orElseThrow();
        var changes = LayoutChanges.of(shared, List.of(TENS, TWENTIES, FORTIES, unshared("t4-0"), unshared("t4-1")));
        assertThat(changes.lines())
                .containsExactly(
                        "~ cards of t4-0, t4-1: sharing unshared -> time-slicing-4-shared; the device plugin starts anew",
                        "~ GPUs of gpu: 8 -> 0, 8 fewer, for fermi/mig-40gb",
                        "~ shares of gpu.shared: 0 -> 32, 32 more, for dune/gpu-sl7");
    }

    @Test
    void a_node_that_is_not_there_yet_is_left_out() {
        assertThat(LayoutChanges.of(DEV, List.of()).none()).isTrue();
    }

    private static NodeGpus cut(String node, String layout, Map<String, Integer> offered) {
        return new NodeGpus(node, layout, true, Optional.empty(), offered);
    }

    private static NodeGpus unshared(String node) {
        return new NodeGpus(node, "all-disabled", false, Optional.empty(), Map.of("gpu", 4));
    }
}
