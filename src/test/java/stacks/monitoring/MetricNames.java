package stacks.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import house.PythonPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names of metrics, from each of the places where they are said. */
final class MetricNames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FIXTURES = Path.of("src/test/resources/monitoring");

    private MetricNames() {}

    /** What the stack's rules and dashboards select, by a parser of Prometheus' grammar. */
    static Set<String> selected(MonitoringStack stack) throws Exception {
        var expressions = new LinkedHashSet<String>();
        stack.rules().forEach(group -> {
            group.recordings().forEach(recording -> expressions.add(recording.expression()));
            group.alerts().forEach(alert -> expressions.add(alert.expression()));
        });
        stack.dashboards().forEach(page -> page.panels()
                .forEach(panel -> expressions.addAll(panel.expressions().values())));
        var ended = PythonPrograms.of(FIXTURES.resolve("requirements.txt"))
                .run(Map.of(), JSON.writeValueAsString(expressions), "src/test/python/metric_names.py");
        assertThat(ended.exit()).as(ended.errors()).isZero();
        var used = new TreeSet<String>();
        JSON.readTree(ended.output()).forEach(each -> each.forEach(name -> used.add(name.asText())));
        return used;
    }

    /** What is written down with its source. */
    static Set<String> table() throws Exception {
        var names = new TreeSet<String>();
        for (String line : Files.readAllLines(FIXTURES.resolve("metrics.tsv"))) {
            if (!line.startsWith("#")) {
                names.add(line.substring(0, line.indexOf('\t')));
            }
        }
        return names;
    }

    /** What an exposition has, a histogram's series included that nothing was counted for yet. */
    static Set<String> exposed(String exposition) {
        var names = new TreeSet<String>();
        exposition.lines().forEach(line -> {
            if (line.startsWith("# TYPE ")) {
                String name = line.split(" ", -1)[2];
                names.add(name);
                if (line.endsWith(" histogram")) {
                    List.of("_bucket", "_count", "_sum").forEach(suffix -> names.add(name + suffix));
                }
            }
        });
        return names;
    }
}
