package report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Test cases in JUnit's XML, which merge requests show: GitLab's {@code artifacts:reports:junit}. */
public final class Junit {
    private Junit() {}

    /** What became of a case: the words of an outcome, and what stands below them. */
    public record Outcome(Kind kind, String message, List<String> lines) {
        public Outcome {
            lines = List.copyOf(lines);
        }

        public static Outcome of(Kind kind, String message) {
            return new Outcome(kind, message, List.of());
        }
    }

    /** By JUnit's own elements. */
    public enum Kind {
        FAILURE("failure"),
        SKIPPED("skipped"),
        OUTPUT("system-out");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    /** A case; without outcomes it has passed. */
    public record Case(String name, List<Outcome> outcomes) {
        public Case {
            outcomes = List.copyOf(outcomes);
        }

        boolean has(Kind kind) {
            return outcomes.stream().anyMatch(outcome -> outcome.kind() == kind);
        }
    }

    /** One suite; {@code group} is the cases' class name. */
    public static String of(String suite, String group, List<Case> cases) {
        var lines = new ArrayList<String>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<testsuites>");
        lines.add(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">",
                escaped(suite),
                cases.size(),
                cases.stream().filter(each -> each.has(Kind.FAILURE)).count(),
                cases.stream().filter(each -> each.has(Kind.SKIPPED)).count()));
        cases.forEach(each -> add(each, group, lines));
        lines.add("  </testsuite>");
        lines.add("</testsuites>");
        return String.join("\n", lines) + "\n";
    }

    private static void add(Case each, String group, List<String> lines) {
        String opened = "    <testcase classname=\"" + escaped(group) + "\" name=\"" + escaped(each.name()) + "\"";
        if (each.outcomes().isEmpty()) {
            lines.add(opened + "/>");
            return;
        }
        lines.add(opened + ">");
        each.outcomes().forEach(outcome -> add(outcome, lines));
        lines.add("    </testcase>");
    }

    private static void add(Outcome outcome, List<String> lines) {
        String element = outcome.kind().element;
        String message = escaped(outcome.message());
        if (outcome.kind() == Kind.OUTPUT) {
            lines.add("      <" + element + ">" + message + "</" + element + ">");
        } else if (outcome.lines().isEmpty()) {
            lines.add("      <" + element + " message=\"" + message + "\"/>");
        } else {
            lines.add("      <" + element + " message=\"" + message + "\">");
            outcome.lines().forEach(line -> lines.add(escaped(line)));
            lines.add("      </" + element + ">");
        }
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
