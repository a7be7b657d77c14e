package health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** Whether what runs pods runs them: all, of the last declaration, and no old ones any more. */
final class Workloads {
    private Workloads() {}

    static Optional<String> deployment(Live live) {
        int wanted = live.spec().path("replicas").asInt(1);
        return unseen(live)
                .or(() -> failed(live))
                .or(() -> fewer(live, "updatedReplicas", wanted, "run the declared template"))
                .or(() -> leftOver(live))
                .or(() -> fewer(live, "availableReplicas", wanted, "are available"));
    }

    static Optional<String> statefulSet(Live live) {
        int wanted = live.spec().path("replicas").asInt(1);
        return unseen(live)
                .or(() -> fewer(live, "readyReplicas", wanted, "are ready"))
                .or(() -> live.status()
                                .path("updateRevision")
                                .equals(live.status().path("currentRevision"))
                        ? Optional.empty()
                        : fewer(live, "updatedReplicas", wanted, "run the declared template"));
    }

    static Optional<String> daemonSet(Live live) {
        int wanted = live.status().path("desiredNumberScheduled").asInt();
        return unseen(live)
                .or(() -> fewer(live, "updatedNumberScheduled", wanted, "run the declared template"))
                .or(() -> fewer(live, "numberAvailable", wanted, "are available"));
    }

    /** Without this, a status of before the last change would be taken for one of after it. */
    private static Optional<String> unseen(Live live) {
        long observed = live.status().path("observedGeneration").asLong();
        return observed < live.object().path("metadata").path("generation").asLong()
                ? Optional.of("its controller has not seen its last change yet")
                : Optional.empty();
    }

    /** What the controller has given up on. */
    private static Optional<String> failed(Live live) {
        JsonNode refused = live.condition("ReplicaFailure");
        if (refused.path("status").asText().equals("True")) {
            return Optional.of("its pods are refused: " + Live.said(refused));
        }
        JsonNode progress = live.condition("Progressing");
        return progress.path("status").asText().equals("False")
                ? Optional.of("its rollout was given up: " + Live.said(progress) + why(live))
                : Optional.empty();
    }

    private static Optional<String> leftOver(Live live) {
        int old = live.status().path("replicas").asInt()
                - live.status().path("updatedReplicas").asInt();
        return old > 0 ? Optional.of(old + " of its old pods have still to go" + why(live)) : Optional.empty();
    }

    private static Optional<String> fewer(Live live, String count, int wanted, String what) {
        int have = live.status().path(count).asInt();
        return have < wanted ? Optional.of(have + " of " + wanted + " pods " + what + why(live)) : Optional.empty();
    }

    /** What its pods say of themselves, each reason once. */
    private static String why(Live live) {
        var reasons = new TreeSet<String>();
        live.beside().forEach(pod -> reason(pod).ifPresent(reasons::add));
        return reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
    }

    private static Optional<String> reason(JsonNode pod) {
        JsonNode status = pod.path("status");
        for (String list : new String[] {"initContainerStatuses", "containerStatuses"}) {
            for (JsonNode container : status.path(list)) {
                String waits =
                        container.path("state").path("waiting").path("reason").asText();
                if (!waits.isEmpty()) {
                    return Optional.of("container " + container.path("name").asText() + " waits: " + waits);
                }
            }
        }
        JsonNode scheduled = Live.condition(status.path("conditions"), "PodScheduled");
        if (scheduled.path("status").asText().equals("False")) {
            return Optional.of(Live.said(scheduled));
        }
        return status.path("phase").asText().equals("Failed")
                ? Optional.of("failed " + status.path("reason").asText())
                : Optional.empty();
    }
}
