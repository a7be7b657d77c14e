package gate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a refresh sees what was raised for a run: as it was, unless that run never came to its end. */
final class Unfinished {
    private Unfinished() {}

    /** @param known with {@code namespace} and {@code digest}; empty at an import, of which there is none */
    static Optional<Map<String, Object>> seen(Banner banner, Map<String, Object> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var outputs = new TreeMap<>(known);
        banner.unfinished(String.valueOf(known.get("namespace")))
                .ifPresent(begun -> outputs.put("digest", "unfinished: " + begun));
        return Optional.of(outputs);
    }
}
