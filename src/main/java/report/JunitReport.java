package report;

import change.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import report.Junit.Case;
import report.Junit.Kind;
import report.Junit.Outcome;

/** Findings as test cases: what stops the run has failed, what is dangerous is skipped with its reason, the rest passes. */
final class JunitReport {
    private static final String GROUP = "preview";

    private JunitReport() {}

    static String of(ChangeSet set) {
        var findings = Finding.of(set);
        boolean unexplained = !set.verdict().passes()
                && findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.STOPS);
        var cases = new ArrayList<Case>();
        cases.add(new Case(
                Headline.of(set),
                unexplained ? List.of(Outcome.of(Kind.FAILURE, set.verdict().words())) : List.of()));
        findings.forEach(finding -> cases.add(of(finding)));
        return Junit.of("preview of " + set.origin().environment(), GROUP, cases);
    }

    private static Case of(Finding finding) {
        String name = finding.resource().isEmpty() ? finding.rule() : finding.rule() + ": " + finding.resource();
        Kind kind =
                switch (finding.weight()) {
                    case STOPS -> Kind.FAILURE;
                    case DANGER -> Kind.SKIPPED;
                    case NOTE -> Kind.OUTPUT;
                };
        return new Case(name, List.of(Outcome.of(kind, finding.message())));
    }
}
