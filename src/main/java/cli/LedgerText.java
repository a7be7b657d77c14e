package cli;

import facility.Environment;
import java.util.ArrayList;
import java.util.List;
import ledger.Intended;
import ledger.LedgerReport;

/** The intended differences for a terminal: a value a paragraph, its reason last. Faults are told by the exception. */
final class LedgerText {
    private LedgerText() {}

    static String of(LedgerReport report, Environment first, Environment second) {
        var lines = new ArrayList<String>();
        for (Intended each : report.intended()) {
            lines.add(each.path());
            lines.addAll(List.of(
                    "    " + padded(first) + each.first(),
                    "    " + padded(second) + each.second(),
                    "    why   " + each.reason()));
        }
        report.stale().forEach(entry -> lines.add("stale: " + entry));
        lines.add(
                first.key() + " and " + second.key() + ": " + report.intended().size()
                        + " intended differences, " + report.undeclared().size() + " undeclared, "
                        + report.stale().size() + " stale entries");
        return String.join("\n", lines) + "\n";
    }

    private static String padded(Environment environment) {
        return "%-6s".formatted(environment.key());
    }
}
