package health;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Whether an object works, from what the cluster says of it and nothing else. */
final class Judgement {
    /** By kind; what has none works when it is there. */
    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("Deployment", Workloads::deployment),
            Map.entry("StatefulSet", Workloads::statefulSet),
            Map.entry("DaemonSet", Workloads::daemonSet),
            Map.entry("Job", Jobs::job),
            Map.entry("CronJob", Jobs::cronJob),
            Map.entry("Route", Routes::route),
            Map.entry("PersistentVolumeClaim", Volumes::claim),
            Map.entry("PersistentVolume", Volumes::volume),
            Map.entry("ObjectBucketClaim", Volumes::bucket),
            Map.entry("ResourceQuota", Quotas::quota),
            Map.entry("ClusterResourceQuota", Quotas::clusterQuota),
            Map.entry("Node", Cards::node),
            Map.entry("ClusterPolicy", Cards::operator),
            Map.entry("Namespace", Judgement::namespace),
            Map.entry("CustomResourceDefinition", Judgement::definition));

    private Judgement() {}

    /** What is wrong with an object, in one line; empty if it works. */
    interface Rule {
        Optional<String> fault(Live live);
    }

    /** How a member stands, of which the cluster has this. */
    static Finding of(Member member, Optional<Live> live) {
        if (live.isEmpty()) {
            return Finding.red(member.stack(), member.title(), "is absent");
        }
        return fault(member, live.get())
                .map(fault -> Finding.red(member.stack(), member.title(), fault))
                .orElseGet(() -> Finding.green(member.stack(), member.title()));
    }

    private static Optional<String> fault(Member member, Live live) {
        if (live.object().path("metadata").has("deletionTimestamp")) {
            return Optional.of("is being deleted");
        }
        for (var expected : member.expects().entrySet()) {
            JsonNode found = live.object().at(JsonPointer.compile(expected.getKey()));
            if (!found.asText().equals(expected.getValue())) {
                return Optional.of(
                        field(expected.getKey()) + " is " + (found.isMissingNode() ? "missing" : found.asText())
                                + ", and " + expected.getValue() + " is declared");
            }
        }
        return RULES.getOrDefault(member.kind(), any -> Optional.empty()).fault(live);
    }

    /** A pointer as people write it: {@code /metadata/labels/a~1b} is {@code metadata.labels.a/b}. */
    private static String field(String pointer) {
        return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    private static Optional<String> namespace(Live live) {
        String phase = live.status().path("phase").asText();
        return phase.equals("Active") ? Optional.empty() : Optional.of("is " + (phase.isEmpty() ? "new" : phase));
    }

    private static Optional<String> definition(Live live) {
        JsonNode established = live.condition("Established");
        return established.path("status").asText().equals("True")
                ? Optional.empty()
                : Optional.of(("is not served yet " + Live.said(established)).strip());
    }
}
