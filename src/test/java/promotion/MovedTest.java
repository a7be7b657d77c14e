package promotion;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSet;
import change.EverySort;
import java.util.List;
import org.junit.jupiter.api.Test;
import promotion.BoundPlan.Bound;
import release.Digest;

class MovedTest {
    private static final Bound APPROVED = new Bound("twin/prod/77", Digest.of("r"), Digest.of("p"), Digest.of("s"), 12);

    private static ChangeSet set(int keep, int drifted) {
        var set = EverySort.set();
        return new ChangeSet(
                set.origin(),
                set.verdict(),
                set.exitCode(),
                set.changes().subList(0, keep),
                set.drift().subList(0, Math.min(drifted, set.drift().size())),
                set.dangers(),
                set.policies(),
                set.capacity(),
                set.notices(),
                set.remarks(),
                set.hidden(),
                set.unchanged());
    }

    @Test
    void nothing_moved_says_nothing() {
        assertThat(Moved.bindings(APPROVED, APPROVED)).isEmpty();
        assertThat(Moved.previews(EverySort.set(), EverySort.set())).isEmpty();
    }

    @Test
    void each_binding_that_moved_is_named() {
        var now = new Bound("twin/prod/78", Digest.of("r2"), Digest.of("p2"), Digest.of("s2"), 13);
        assertThat(Moved.bindings(APPROVED, now))
                .satisfiesExactly(
                        line -> assertThat(line).contains("the cluster: twin/prod/77 -> twin/prod/78"),
                        line -> assertThat(line).contains("what the release declares"),
                        line -> assertThat(line).contains("the rules and their limits"),
                        line -> assertThat(line)
                                .contains("the state: serial 12")
                                .contains("serial 13"));
    }

    @Test
    void a_resource_that_is_new_or_gone_is_named() {
        int all = EverySort.set().changes().size();
        assertThat(all).isGreaterThan(1);
        assertThat(Moved.previews(set(all - 1, 0), set(all, 0)))
                .singleElement()
                .asString()
                .contains("now to change, was not when it was approved");
        assertThat(Moved.previews(set(all, 0), set(all - 1, 0)))
                .singleElement()
                .asString()
                .contains("not to change any more");
    }

    @Test
    void when_and_how_long_it_took_is_no_move() {
        var set = EverySort.set();
        var origin = set.origin();
        var later = new change.Origin(
                origin.environment(),
                origin.basis(),
                origin.against(),
                origin.commit(),
                origin.dirty(),
                origin.versions(),
                99_999,
                "2026-12-01T00:00:00Z");
        var again = new ChangeSet(
                later,
                set.verdict(),
                set.exitCode(),
                set.changes(),
                set.drift(),
                set.dangers(),
                set.policies(),
                set.capacity(),
                set.notices(),
                set.remarks(),
                set.hidden(),
                set.unchanged());
        assertThat(Moved.previews(set, again)).isEqualTo(List.of());
    }
}
