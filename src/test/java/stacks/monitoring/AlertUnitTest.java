package stacks.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * promtool's unit test of one alert, from {@code src/test/resources/monitoring/alerts/NAME.yaml}: series with which it
 * fires, and series with which it does not. In the file {@code ${label}} stands for the value of the alert's label, and
 * {@code ${label_label}} for that value as kube-state-metrics writes it, {@code ${rule_namespace}} for the namespace that
 * the rule lies in.
 */
record AlertUnitTest(RuleGroup group, Alert alert, RuleObjects writer) {
    static final Path FIXTURES = Path.of("src/test/resources/monitoring/alerts");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Writes the alert with its group's recordings, and its test beside it; returns the test's file. */
    Path write(Path folder, String name) throws IOException {
        JsonNode fixture = YAML.readTree(filled(Files.readString(fixture())));
        var one = new RuleGroup(group.name(), group.namespace(), group.recordings(), List.of(alert));
        Files.writeString(folder.resolve(name + ".rules.yaml"), rules(List.of(one), writer));
        var test = new TreeMap<String, Object>();
        test.put("rule_files", List.of(name + ".rules.yaml"));
        test.put("evaluation_interval", "1m");
        test.put("tests", List.of(given(fixture.path("fires"), true), given(fixture.path("quiet"), false)));
        return Files.writeString(folder.resolve(name + ".test.yaml"), YAML.writeValueAsString(test));
    }

    Path fixture() {
        return FIXTURES.resolve(alert.name() + ".yaml");
    }

    /** A rule file of Prometheus, whose groups are the {@code spec} of a PrometheusRule. */
    static String rules(List<RuleGroup> groups, RuleObjects writer) throws IOException {
        var all = new ArrayList<Object>();
        for (RuleGroup group : groups) {
            YAML.valueToTree(kube.ObjectFields.of(writer.of(group)))
                    .path("spec")
                    .path("groups")
                    .forEach(all::add);
        }
        return YAML.writeValueAsString(Map.of("groups", all));
    }

    private Map<String, Object> given(JsonNode fixture, boolean fires) {
        var series = new ArrayList<Object>();
        fixture.path("series")
                .properties()
                .forEach(each -> series.add(Map.of(
                        "series", each.getKey(), "values", each.getValue().asText())));
        var expected = new ArrayList<Object>();
        if (fires) {
            var labels = new TreeMap<String, String>(writer.labels(alert));
            fixture.path("labels")
                    .properties()
                    .forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
            expected.add(Map.of("exp_labels", labels, "exp_annotations", writer.annotations(alert)));
        }
        return Map.of(
                "name",
                alert.name() + (fires ? " fires" : " is quiet") + " " + alert.labels(),
                "interval",
                "1m",
                "input_series",
                series,
                "alert_rule_test",
                List.of(Map.of(
                        "alertname",
                        alert.name(),
                        "eval_time",
                        fixture.path("at").asText(),
                        "exp_alerts",
                        expected)));
    }

    private String filled(String text) {
        String filled = text.replace("${rule_namespace}", group.namespace());
        for (var label : alert.labels().entrySet()) {
            filled = filled.replace("${" + label.getKey() + "}", label.getValue())
                    .replace("${" + label.getKey() + "_label}", PromQl.resourceLabel(label.getValue()));
        }
        return filled;
    }
}
