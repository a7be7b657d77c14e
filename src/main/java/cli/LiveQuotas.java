package cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.Changes;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import target.ListedKind;
import target.Listing;
import target.Target;
import target.UnlistedException;

/**
 * What is used of quotas that change: their status is as old as the state where the engine did not read them, and whether a cut
 * goes below what is in use is said of now.
 */
final class LiveQuotas {
    private static final Set<String> QUOTAS = Set.of("ResourceQuota", "ClusterResourceQuota");
    private static final String STATUS = "status";

    private LiveQuotas() {}

    static Changes in(Changes changes, Target target) {
        List<ListedKind> kinds = changes.steps().stream()
                .flatMap(step -> quota(step).stream())
                .map(LiveQuotas::kind)
                .distinct()
                .toList();
        if (kinds.isEmpty()) {
            return changes;
        }
        var live = new TreeMap<String, JsonNode>();
        try (var listing = Listing.on(target)) {
            listing.labelledWhole(kinds)
                    .forEach((kind, objects) ->
                            objects.forEach(object -> live.put(key(kind, object), object.path(STATUS))));
        } catch (UnlistedException | KubernetesClientException unknown) {
            // Then nothing is said of use, rather than what it was.
            live.clear();
        }
        return new Changes(
                changes.steps().stream().map(step -> with(step, live)).toList(),
                changes.drifted(),
                changes.operations(),
                changes.errors(),
                changes.policies(),
                changes.exitCode());
    }

    private static Step with(Step step, Map<String, JsonNode> live) {
        var before = quota(step);
        if (before.isEmpty()) {
            return step;
        }
        ObjectNode outputs = (ObjectNode) before.get().outputs().deepCopy();
        JsonNode status = live.get(key(kind(before.get()), outputs));
        outputs.remove(STATUS);
        if (status != null) {
            outputs.set(STATUS, status);
        }
        return new Step(
                step.operation(),
                step.urn(),
                step.type(),
                step.changed(),
                step.replaceReasons(),
                Optional.of(
                        new Side(before.get().inputs(), outputs, before.get().isProtected())),
                step.after());
    }

    private static Optional<Side> quota(Step step) {
        return step.before()
                .filter(side -> side.outputs() instanceof ObjectNode
                        && QUOTAS.contains(side.outputs().path("kind").asText()));
    }

    private static ListedKind kind(Side side) {
        return new ListedKind(
                side.outputs().path("apiVersion").asText(),
                side.outputs().path("kind").asText());
    }

    private static String key(ListedKind kind, JsonNode object) {
        return kind + " " + object.at("/metadata/namespace").asText() + "/"
                + object.at("/metadata/name").asText();
    }
}
