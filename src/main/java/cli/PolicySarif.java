package cli;

import facility.Location;
import policy.Judged.Judgement;
import report.Sarif;

/** Findings at the lines that declare what they are about. */
final class PolicySarif {
    private PolicySarif() {}

    static String of(PolicyReport report, FindingPlace places) {
        var rules = report.rules().stream()
                .map(about -> new Sarif.Rule(about.id(), about.what(), about.why(), about.mend()))
                .toList();
        var results = report.judged().stream()
                .map(judgement -> result(judgement, places.of(judgement)))
                .toList();
        return Sarif.of("facility policy", rules, results);
    }

    private static Sarif.Result result(Judgement judgement, Location place) {
        return new Sarif.Result(
                judgement.rule().id(),
                judgement.level().stops() ? "error" : "note",
                judgement.finding().toString(),
                place.source(),
                place.line(),
                judgement.finding().resource());
    }
}
