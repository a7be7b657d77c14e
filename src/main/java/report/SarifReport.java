package report;

import change.ChangeSet;

/** Findings on a change; each stands at the environment's file, for what the engine plans has no line. */
final class SarifReport {
    private SarifReport() {}

    static String of(ChangeSet set) {
        var findings = Finding.of(set);
        var rules = findings.stream()
                .map(Finding::rule)
                .distinct()
                .sorted()
                .map(rule -> new Sarif.Rule(rule, "", "", ""))
                .toList();
        var results = findings.stream()
                .map(finding -> new Sarif.Result(
                        finding.rule(),
                        switch (finding.weight()) {
                            case STOPS -> "error";
                            case DANGER -> "warning";
                            case NOTE -> "note";
                        },
                        finding.message(),
                        Finding.file(set),
                        1,
                        finding.resource()))
                .toList();
        return Sarif.of("facility preview", rules, results);
    }
}
