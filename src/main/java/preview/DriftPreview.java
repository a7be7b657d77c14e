package preview;

import change.Fingerprint;
import change.Masks;
import change.Notice;
import change.ResourceDrift;
import engine.EngineEvent.Step;
import engine.Look;
import engine.Urn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is otherwise on the cluster than it was last applied, without a secret in it.
 *
 * @param hidden how many differences each quiet rule kept out
 * @param unchanged how many resources are as they were
 */
public record DriftPreview(
        List<ResourceDrift> drift, List<Notice> notices, Map<String, Integer> hidden, int unchanged) {
    public DriftPreview {
        drift = List.copyOf(drift);
        notices = List.copyOf(notices);
        hidden = Map.copyOf(hidden);
    }

    public static DriftPreview of(Look look, OpenInputs open, Optional<Fingerprint> fingerprint) {
        Masks masks = Masks.of(open.values());
        var quiet = new Quiet();
        var drift = new Drifts(open, new EngineValues(fingerprint, masks), quiet).of(look.looked());
        long all =
                look.looked().stream().map(Step::type).filter(Urn::isDeclared).count();
        return new DriftPreview(
                drift,
                look.changes().errors().stream()
                        .map(error -> new Notice(
                                error.urn().isEmpty() ? "" : Urn.title(error.urn()), masks.masked(error.message())))
                        .distinct()
                        .toList(),
                quiet.hidden(),
                (int) all - drift.size());
    }
}
