package facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sums by which a layout is judged, against the placement that the driver makes: every set of slices. */
class MigLayoutTest {
    @ParameterizedTest
    @EnumSource(GpuCard.class)
    void the_sums_agree_with_the_placement_in_every_set(GpuCard card) {
        var profiles = card.profiles().stream()
                .filter(profile -> !profile.mediaEngines())
                .toList();
        var sets = new ArrayList<Map<String, Integer>>();
        everySet(profiles, 0, Map.of(), sets);
        int possible = 0;
        for (var set : sets) {
            boolean placed = placed(card, set);
            assertThat(card.holds(set)).as("%s on %s", set, card.key()).isEqualTo(placed);
            possible += placed ? 1 : 0;
        }
        // 77 sets of a card with seven compute slices are possible, and the empty one.
        int expected = card.computeSlices() == 7 ? 78 : possible;
        assertThat(possible).isEqualTo(expected);
    }

    /** Every set with no more than the maximum of each profile. */
    private static void everySet(
            List<MigProfile> profiles, int from, Map<String, Integer> set, List<Map<String, Integer>> all) {
        if (from == profiles.size()) {
            all.add(set);
            return;
        }
        var profile = profiles.get(from);
        for (int count = 0; count <= profile.max(); count++) {
            var next = new HashMap<>(set);
            if (count > 0) {
                next.put(profile.name(), count);
            }
            everySet(profiles, from + 1, next, all);
        }
    }

    private static boolean placed(GpuCard card, Map<String, Integer> set) {
        var slices = new ArrayList<MigProfile>();
        int compute = 0;
        for (var profile : card.profiles()) {
            int count = set.getOrDefault(profile.name(), 0);
            compute += count * profile.compute();
            for (int i = 0; i < count; i++) {
                slices.add(profile);
            }
        }
        return compute <= card.computeSlices() && place(slices, 0, 0, card.memorySlices());
    }

    /** Puts each slice at one of its start slots, so that no two overlap in memory. */
    private static boolean place(List<MigProfile> slices, int next, int taken, int memorySlices) {
        if (next == slices.size()) {
            return true;
        }
        var profile = slices.get(next);
        for (int start : profile.starts()) {
            int bits = ((1 << profile.memory()) - 1) << start;
            boolean free = (taken & bits) == 0 && start + profile.memory() <= memorySlices;
            if (free && place(slices, next + 1, taken | bits, memorySlices)) {
                return true;
            }
        }
        return false;
    }
}
