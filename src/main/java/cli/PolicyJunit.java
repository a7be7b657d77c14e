package cli;

import java.util.ArrayList;
import java.util.List;
import policy.About;
import policy.Judged.Judgement;

/** Each rule as a test case, which merge requests show: GitLab's {@code artifacts:reports:junit}. */
final class PolicyJunit {
    private PolicyJunit() {}

    static String of(PolicyReport report) {
        long broken = report.rules().stream()
                .filter(rule ->
                        report.of(rule).stream().anyMatch(each -> each.level().stops()))
                .count();
        var lines = new ArrayList<String>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<testsuites>");
        lines.add("  <testsuite name=\"policies of " + report.environment().key() + "\" tests=\""
                + report.rules().size() + "\" failures=\"" + broken + "\" errors=\"0\" skipped=\"0\">");
        for (About rule : report.rules()) {
            testCase(report, rule, lines);
        }
        lines.add("  </testsuite>");
        lines.add("</testsuites>");
        return String.join("\n", lines) + "\n";
    }

    private static void testCase(PolicyReport report, About rule, List<String> lines) {
        String name = "    <testcase classname=\"policies\" name=\"" + escaped(rule.id() + ": " + rule.what()) + "\"";
        var judged = report.of(rule);
        if (judged.isEmpty()) {
            lines.add(name + "/>");
            return;
        }
        lines.add(name + ">");
        var violations = judged.stream().filter(each -> each.level().stops()).toList();
        if (!violations.isEmpty()) {
            lines.add("      <failure message=\"" + escaped(violations.size() + " found") + "\">");
            violations.forEach(each -> lines.add(escaped(each.finding().toString())));
            lines.add("      </failure>");
        }
        judged.stream().filter(each -> !each.level().stops()).forEach(each -> lines.add(note(each)));
        lines.add("    </testcase>");
    }

    private static String note(Judgement judgement) {
        return "      <system-out>" + escaped(judgement.finding().toString()) + "</system-out>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "?");
    }
}
