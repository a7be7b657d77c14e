package twin;

import java.util.List;
import java.util.Objects;
import twin.play.Script;

/** What a twin is set up with: the simulated nodes, and what the players have to know. */
public record Setting(List<SimulatedNode> nodes, Script script) {
    public Setting {
        nodes = List.copyOf(nodes);
        Objects.requireNonNull(script, "script is null");
    }
}
