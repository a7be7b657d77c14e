package health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;

/** Whether jobs do their work. */
final class Jobs {
    private Jobs() {}

    static Optional<String> job(Live live) {
        return failure(live.object())
                .or(() -> isTrue(live.object(), "Complete") ? Optional.empty() : Optional.of("has not ended yet"));
    }

    /** Only the newest job that has ended counts: what failed before it has been made good. */
    static Optional<String> cronJob(Live live) {
        return live.beside().stream()
                .filter(job -> isTrue(job, "Complete") || isTrue(job, "Failed"))
                .max(Comparator.comparing(
                        job -> job.path("metadata").path("creationTimestamp").asText()))
                .flatMap(Jobs::failure)
                .map(fault -> "its last job " + fault);
    }

    private static Optional<String> failure(JsonNode job) {
        return isTrue(job, "Failed")
                ? Optional.of("failed: " + Live.said(Live.condition(conditions(job), "Failed")))
                : Optional.empty();
    }

    private static boolean isTrue(JsonNode job, String condition) {
        return Live.condition(conditions(job), condition)
                .path("status")
                .asText()
                .equals("True");
    }

    private static JsonNode conditions(JsonNode job) {
        return job.path("status").path("conditions");
    }
}
