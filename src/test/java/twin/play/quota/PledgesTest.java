package twin.play.quota;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Quantity;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PledgesTest {
    private static final Amounts ONE = new Amounts(Map.of("pods", Quantity.of(1)));

    private Instant now = Instant.parse("2026-12-01T12:00:00Z");
    private final Pledges pledges = new Pledges(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void what_was_let_in_counts_until_it_is_stored() {
        pledges.add(pod("a", ""), "dune-analysis", ONE, "");
        pledges.add(pod("b", ""), "dune-workflows", ONE, "");
        pledges.add(pod("c", ""), "lpc-coffea", ONE, "");
        assertThat(pledges.in(List.of("dune-analysis", "dune-workflows"))).hasToString("pods=2");

        pledges.seen(pod("a", "17"));
        assertThat(pledges.in(List.of("dune-analysis", "dune-workflows"))).hasToString("pods=1");
    }

    @Test
    void a_change_counts_until_another_version_is_stored() {
        pledges.add(pod("a", "17"), "dune-analysis", ONE, "17");
        pledges.seen(pod("a", "17"));
        assertThat(pledges.in(List.of("dune-analysis"))).hasToString("pods=1");
        pledges.seen(pod("a", "18"));
        assertThat(pledges.in(List.of("dune-analysis")).isEmpty()).isTrue();
    }

    @Test
    void what_is_never_stored_is_forgotten() {
        pledges.add(pod("a", ""), "dune-analysis", ONE, "");
        now = now.plusSeconds(30);
        assertThat(pledges.in(List.of("dune-analysis"))).hasToString("pods=1");
        now = now.plusSeconds(1);
        assertThat(pledges.in(List.of("dune-analysis")).isEmpty()).isTrue();
    }

    private static Pod pod(String uid, String version) {
        return new PodBuilder()
                .withNewMetadata()
                .withUid(uid)
                .withResourceVersion(version)
                .endMetadata()
                .build();
    }
}
