package cli;

import change.ChangeSet;
import change.Origin;
import change.PolicyResult;
import change.Verdict;
import difference.Difference;
import facility.Facility;
import java.util.List;
import policy.Judged.Judgement;
import preview.CapacityChanges;
import preview.DeclaredPreview;

/** The change set of two declarations, with what the rules say of the later one; no cluster was asked. */
final class DeclaredReport {
    private DeclaredReport() {}

    static ChangeSet of(Origin origin, Facility facility, Difference difference, List<Judgement> judged) {
        var preview = DeclaredPreview.of(difference);
        var policies = judged.stream().map(DeclaredReport::result).toList();
        boolean stopped =
                judged.stream().anyMatch(judgement -> judgement.level().stops());
        boolean refused = preview.changes().stream().anyMatch(change.ResourceChange::refused);
        Exit exit = refused ? Exit.REFUSED : stopped ? Exit.POLICY : Exit.DONE;
        return new ChangeSet(
                origin,
                verdict(exit, preview),
                exit.code(),
                preview.changes(),
                List.of(),
                preview.dangers(),
                policies,
                CapacityChanges.of(facility, preview.changes()),
                List.of(),
                List.of(),
                preview.hidden(),
                preview.unchanged());
    }

    private static Verdict verdict(Exit exit, DeclaredPreview preview) {
        return switch (exit) {
            case REFUSED -> Verdict.REFUSED;
            case POLICY -> Verdict.POLICY;
            default -> preview.changes().isEmpty() ? Verdict.NO_CHANGES : Verdict.CHANGES;
        };
    }

    private static PolicyResult result(Judgement judgement) {
        return new PolicyResult(
                judgement.level().key(),
                "",
                judgement.rule().id(),
                judgement.finding().resource(),
                judgement.finding().toString());
    }
}
