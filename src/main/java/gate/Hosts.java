package gate;

import java.util.List;
import java.util.Map;

/** The input {@code hosts} of a gate. */
final class Hosts {
    private Hosts() {}

    static List<String> of(Map<String, Object> inputs) {
        return inputs.get("hosts") instanceof List<?> hosts
                ? hosts.stream().map(String::valueOf).toList()
                : List.of();
    }
}
