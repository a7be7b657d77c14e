package cli;

import java.util.ArrayList;
import policy.Judged.Judgement;

/** Findings for people: the worst first, and how many rules were asked. */
final class PolicyText {
    private PolicyText() {}

    static String of(PolicyReport report) {
        var lines = new ArrayList<String>();
        report.judged().forEach(judgement -> lines.add(line(judgement)));
        int violations = report.violations().size();
        lines.add(report.environment().key() + ": " + report.rules().size() + " rules, " + violations
                + (violations == 1 ? " violation, " : " violations, ")
                + (report.judged().size() - violations) + " to be known");
        return String.join("\n", lines) + "\n";
    }

    static String line(Judgement judgement) {
        return "policy " + judgement.level().key() + ": [" + judgement.rule().id() + "] " + judgement.finding();
    }
}
