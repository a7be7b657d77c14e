package report;

import change.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings as test cases: what stops the run has failed, what is dangerous is skipped with its reason, the rest passes. */
final class JunitReport {
    private JunitReport() {}

    static String of(ChangeSet set) {
        var findings = Finding.of(set);
        long failed = findings.stream()
                .filter(finding -> finding.weight() == Finding.Weight.STOPS)
                .count();
        boolean unexplained = !set.verdict().passes() && failed == 0;
        long skipped = findings.stream()
                .filter(finding -> finding.weight() == Finding.Weight.DANGER)
                .count();
        var lines = new ArrayList<String>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<testsuites>");
        lines.add(String.format(
                Locale.ROOT,
                "  <testsuite name=\"preview of %s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">",
                set.origin().environment(),
                findings.size() + 1,
                failed + (unexplained ? 1 : 0),
                skipped));
        verdict(set, unexplained, lines);
        findings.forEach(finding -> finding(finding, lines));
        lines.add("  </testsuite>");
        lines.add("</testsuites>");
        return String.join("\n", lines) + "\n";
    }

    private static void verdict(ChangeSet set, boolean unexplained, List<String> lines) {
        String name = "    <testcase classname=\"preview\" name=\"" + escaped(Headline.of(set)) + "\"";
        lines.add(
                unexplained
                        ? name + "><failure message=\"" + escaped(set.verdict().words()) + "\"/></testcase>"
                        : name + "/>");
    }

    private static void finding(Finding finding, List<String> lines) {
        String name = finding.resource().isEmpty() ? finding.rule() : finding.rule() + ": " + finding.resource();
        String message = escaped(finding.message());
        lines.add("    <testcase classname=\"preview\" name=\"" + escaped(name) + "\">");
        lines.add(
                switch (finding.weight()) {
                    case STOPS -> "      <failure message=\"" + message + "\"/>";
                    case DANGER -> "      <skipped message=\"" + message + "\"/>";
                    case NOTE -> "      <system-out>" + message + "</system-out>";
                });
        lines.add("    </testcase>");
    }

    private static String escaped(String text) {
        return FieldLines.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\ud800-\\udfff\\ufffe\\uffff]", "\ufffd");
    }
}
