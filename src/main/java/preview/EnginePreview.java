package preview;

import change.Danger;
import change.Fingerprint;
import change.Masks;
import change.Notice;
import change.PolicyResult;
import change.ResourceChange;
import change.ResourceDrift;
import change.danger.Dangers;
import change.danger.Examined;
import com.fasterxml.jackson.databind.JsonNode;
import engine.Changes;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import engine.Urn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the engine found, without a secret in it.
 *
 * @param hidden how many differences each quiet rule kept out
 */
public record EnginePreview(
        List<ResourceChange> changes,
        List<ResourceDrift> drift,
        List<Danger> dangers,
        List<PolicyResult> policies,
        List<Notice> notices,
        Map<String, Integer> hidden,
        int unchanged) {
    public EnginePreview {
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        dangers = List.copyOf(dangers);
        policies = List.copyOf(policies);
        notices = List.copyOf(notices);
        hidden = Map.copyOf(hidden);
    }

    public static EnginePreview of(Changes found, OpenInputs open, Optional<Fingerprint> fingerprint) {
        Masks masks = Masks.of(open.values());
        var values = new EngineValues(fingerprint, masks);
        var quiet = new Quiet();
        var drifted = found.drifted().stream().collect(Collectors.toMap(Step::urn, step -> step));
        var changes = new Steps(open, values, quiet).changes(found.steps(), drifted);
        // Not counted: it would tell a run that read each object from one that had no need to.
        var drift = new Drifts(open, values, new Quiet()).of(found.drifted(), found.steps());
        return new EnginePreview(
                changes,
                drift,
                Dangers.of(examined(changes, found.steps())),
                PolicyResults.of(found, masks),
                found.errors().stream()
                        .map(error -> new Notice(
                                error.urn().isEmpty() ? "" : Urn.title(error.urn()), masks.masked(error.message())))
                        .distinct()
                        .toList(),
                quiet.hidden(),
                found.operations().getOrDefault("same", 0));
    }

    private static List<Examined> examined(List<ResourceChange> changes, List<Step> steps) {
        var live = new HashMap<String, JsonNode>();
        steps.forEach(step -> step.before()
                .map(Side::outputs)
                .ifPresent(outputs -> live.put(OpenInputs.key(step.type(), step.name()), outputs)));
        return changes.stream()
                .map(change -> new Examined(
                        change, Optional.ofNullable(live.get(OpenInputs.key(change.type(), change.name())))))
                .toList();
    }
}
