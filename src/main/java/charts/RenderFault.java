package charts;

import facility.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What Helm says when a chart does not render, as faults of the house's form. */
final class RenderFault {
    /** A line of Helm's answer for each value that the chart's schema refuses: {@code - at '/hub/db': ...}. */
    private static final Pattern REFUSED = Pattern.compile("^- (?:at '(?<pointer>[^']*)': )?(?<what>.+)$");

    private RenderFault() {}

    static String explained(Chart chart, Supplier<String> rendering) throws ChartException {
        try {
            return rendering.get();
        } catch (IllegalStateException refused) {
            throw new ChartException(problems(chart, String.valueOf(refused.getMessage())));
        }
    }

    private static List<Problem> problems(Chart chart, String message) {
        var problems = new ArrayList<Problem>();
        message.lines().map(String::strip).map(REFUSED::matcher).forEach(line -> {
            if (line.matches()) {
                String pointer = line.group("pointer") == null ? "" : line.group("pointer");
                problems.add(refused(chart, pointer.replace('/', '.'), line.group("what")));
            }
        });
        if (problems.isEmpty()) {
            problems.add(Problem.of(
                    chart.path(),
                    "chart " + chart.name() + " does not render",
                    message.lines().findFirst().orElse(""),
                    "a chart that renders from values alone, without a cluster",
                    "mend the chart, or declare another one"));
        }
        return problems;
    }

    private static Problem refused(Chart chart, String value, String what) {
        return Problem.of(
                chart.path(),
                "chart " + chart.name() + " refuses a value",
                chart.name() + value + ": " + what,
                "what its values.schema.json says",
                "declare a chart that takes the hub's values, or mend the chart");
    }
}
