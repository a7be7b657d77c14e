package cli;

import java.util.ArrayList;
import policy.About;
import policy.Judged.Judgement;
import report.Junit;
import report.Junit.Case;
import report.Junit.Kind;
import report.Junit.Outcome;

/** Each rule as a test case. */
final class PolicyJunit {
    private PolicyJunit() {}

    static String of(PolicyReport report) {
        return Junit.of(
                "policies of " + report.environment().key(),
                "policies",
                report.rules().stream().map(rule -> testCase(report, rule)).toList());
    }

    private static Case testCase(PolicyReport report, About rule) {
        var outcomes = new ArrayList<Outcome>();
        var violations = report.of(rule).stream()
                .filter(each -> each.level().stops())
                .map(each -> each.finding().toString())
                .toList();
        if (!violations.isEmpty()) {
            outcomes.add(new Outcome(Kind.FAILURE, violations.size() + " found", violations));
        }
        report.of(rule).stream()
                .filter(each -> !each.level().stops())
                .map(Judgement::finding)
                .forEach(finding -> outcomes.add(Outcome.of(Kind.OUTPUT, finding.toString())));
        return new Case(rule.id() + ": " + rule.what(), outcomes);
    }
}
