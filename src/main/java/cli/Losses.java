package cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import engine.Changes;
import engine.EngineEvent.Policy;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import policies.FacilityPack;
import policy.Judge;
import policy.Judged.Judgement;
import policy.Level;
import policy.Node;
import policy.Resource;

/** What the rules say of resources that a run would delete or replace: the engine asks a pack only about what stays. */
final class Losses {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Judge judge;

    Losses(Judge judge) {
        this.judge = judge;
    }

    /** A preview with what is found at what it would remove; what protection holds is refused by the engine itself. */
    Changes judged(Changes preview) {
        return preview.with(judgements(preview.losses()).stream()
                .map(judgement -> policy(judgement, ""))
                .toList());
    }

    List<Judgement> judgements(List<Step> losses) {
        return judge.removed(losses.stream().map(Losses::resource).toList());
    }

    /** @param urn of the resource that was judged, for a finding that names none */
    static Policy policy(Judgement judgement, String urn) {
        var finding = judgement.finding();
        return new Policy(
                // As the engine says it of what it could not mend.
                judgement.level().stops()
                        ? Level.MANDATORY.key()
                        : judgement.level().key(),
                judgement.rule().severity().key(),
                FacilityPack.NAME,
                judgement.rule().id(),
                finding.urn().isEmpty() ? urn : finding.urn(),
                finding.toString());
    }

    /** Its provider is no matter of what it holds. */
    private static Resource resource(Step step) {
        Side before = step.before().orElseThrow();
        Map<String, Object> fields = before.inputs().isObject()
                ? JSON.convertValue(before.inputs(), new TypeReference<Map<String, Object>>() {})
                : Map.of();
        return new Resource(
                step.type(), step.urn(), step.name(), Node.of(fields), before.isProtected(), Optional.empty());
    }
}
