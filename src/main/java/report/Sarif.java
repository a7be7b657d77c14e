package report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** SARIF 2.1.0, which code review shows beside the lines of a merge request. */
public final class Sarif {
    private Sarif() {}

    /**
     * What finds.
     *
     * @param help how to mend what it finds; it and the others but the id may be empty
     */
    public record Rule(String id, String what, String why, String help) {}

    /**
     * What was found.
     *
     * @param level {@code error}, {@code warning} or {@code note}
     * @param file from the project's folder on
     * @param line from 1
     * @param resource kind and name, or empty
     */
    public record Result(String rule, String level, String message, String file, int line, String resource) {}

    /** One run of one tool. */
    public static String of(String tool, List<Rule> rules, List<Result> results) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", tool);
        var described = driver.putArray("rules");
        rules.forEach(rule -> described(rule, described.addObject()));
        var found = run.putArray("results");
        results.forEach(result -> found(result, found.addObject()));
        return root.toPrettyString() + "\n";
    }

    private static void described(Rule rule, ObjectNode node) {
        node.put("id", rule.id());
        text("shortDescription", rule.what(), node);
        text("fullDescription", rule.why(), node);
        text("help", rule.help(), node);
    }

    private static void text(String key, String text, ObjectNode node) {
        if (!text.isEmpty()) {
            node.putObject(key).put("text", text);
        }
    }

    private static void found(Result result, ObjectNode node) {
        node.put("ruleId", result.rule());
        node.put("level", result.level());
        node.putObject("message").put("text", result.message());
        ObjectNode location = node.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", result.file());
        physical.putObject("region").put("startLine", result.line());
        if (!result.resource().isEmpty()) {
            location.putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", result.resource())
                    .put("kind", "resource");
        }
    }
}
