package health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether what was claimed was given. */
final class Volumes {
    private static final String BOUND = "Bound";

    private Volumes() {}

    /** A claim whose class waits for a pod is in order without one: nothing has asked for it. */
    static Optional<String> claim(Live live) {
        String phase = live.status().path("phase").asText();
        boolean waitsForPod = live.beside().stream()
                .map((JsonNode storageClass) ->
                        storageClass.path("volumeBindingMode").asText())
                .anyMatch("WaitForFirstConsumer"::equals);
        if (phase.equals(BOUND) || (phase.equals("Pending") && waitsForPod)) {
            return Optional.empty();
        }
        return Optional.of("is " + (phase.isEmpty() ? "new" : phase) + ", not " + BOUND);
    }

    static Optional<String> volume(Live live) {
        return live.status().path("phase").asText().equals("Failed")
                ? Optional.of("is Failed: " + live.status().path("message").asText())
                : Optional.empty();
    }

    static Optional<String> bucket(Live live) {
        String phase = live.status().path("phase").asText();
        return phase.equals(BOUND)
                ? Optional.empty()
                : Optional.of("is " + (phase.isEmpty() ? "new" : phase) + ", not " + BOUND);
    }
}
