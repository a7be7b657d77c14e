package cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import config.FacilityReader;
import policy.About;
import policy.Judged.Judgement;

/** SARIF 2.1.0, which code review shows inline; a finding stands at the environment's file, for objects have no line. */
final class PolicySarif {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicySarif() {}

    static String of(PolicyReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "facility policy");
        var rules = driver.putArray("rules");
        for (About about : report.rules()) {
            ObjectNode rule = rules.addObject();
            rule.put("id", about.id());
            rule.putObject("shortDescription").put("text", about.what());
            rule.putObject("fullDescription").put("text", about.why());
            rule.putObject("help").put("text", about.mend());
        }
        var results = run.putArray("results");
        report.judged().forEach(judgement -> result(report, judgement, results.addObject()));
        return PolicyJson.written(root);
    }

    private static void result(PolicyReport report, Judgement judgement, ObjectNode result) {
        result.put("ruleId", judgement.rule().id());
        result.put("level", judgement.level().stops() ? "error" : "note");
        result.putObject("message").put("text", judgement.finding().toString());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", FacilityReader.fileOf(report.environment()));
        physical.putObject("region").put("startLine", 1);
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", judgement.finding().resource())
                .put("kind", "resource");
    }
}
