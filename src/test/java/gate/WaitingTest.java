package gate;

import static org.assertj.core.api.Assertions.assertThat;

import health.Finding;
import health.Health;
import health.Outcome;
import health.StackHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final List<String> said = new ArrayList<>();
    private final Waiting waiting = new Waiting("gpu", Duration.ofMinutes(2), said::add);

    @Test
    void a_line_is_said_when_it_is_another_and_none_of_what_works() {
        waiting.saw(health("layout is pending"));
        waiting.saw(health("layout is pending"));
        waiting.saw(health("layout is failed"));
        waiting.saw(new Health(
                "prod",
                "twin/prod",
                List.of(new StackHealth("gpu", 1, List.of(new Finding("gpu", "Node a", Outcome.GREEN, ""))))));
        assertThat(said)
                .containsExactly(
                        "waiting for stack gpu, at most 120s: Node a layout is pending",
                        "waiting for stack gpu, at most 120s: Node a layout is failed");
    }

    @Test
    void its_lines_are_known_among_others_of_the_log() {
        waiting.saw(health("layout is pending"));
        assertThat(said).allMatch(Waiting::isSaidBy);
        assertThat(Waiting.isSaidBy("stack gpu is not healthy after 60s")).isFalse();
    }

    private static Health health(String reason) {
        var finding = new Finding("gpu", "Node a", Outcome.RED, reason);
        return new Health("prod", "twin/prod", List.of(new StackHealth("gpu", 1, List.of(finding))));
    }
}
