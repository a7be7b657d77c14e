package report;

import change.ChangeSet;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** SARIF 2.1.0; a finding stands at the environment's file, for what the engine plans has no line. */
final class SarifReport {
    private SarifReport() {}

    static String of(ChangeSet set) {
        var findings = Finding.of(set);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "facility preview");
        var rules = new TreeSet<String>();
        findings.forEach(finding -> rules.add(finding.rule()));
        var described = driver.putArray("rules");
        rules.forEach(rule -> described.addObject().put("id", rule));
        var results = run.putArray("results");
        for (Finding finding : findings) {
            ObjectNode result = results.addObject();
            result.put("ruleId", finding.rule());
            result.put(
                    "level",
                    switch (finding.weight()) {
                        case STOPS -> "error";
                        case DANGER -> "warning";
                        case NOTE -> "note";
                    });
            result.putObject("message").put("text", finding.message());
            ObjectNode location = result.putArray("locations").addObject();
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", Finding.file(set));
            physical.putObject("region").put("startLine", 1);
            if (!finding.resource().isEmpty()) {
                location.putArray("logicalLocations")
                        .addObject()
                        .put("fullyQualifiedName", finding.resource())
                        .put("kind", "resource");
            }
        }
        return root.toPrettyString() + "\n";
    }
}
