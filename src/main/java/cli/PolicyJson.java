package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import policies.FacilityPack;
import policy.About;
import policy.Judged.Judgement;
import policy.SettingsSchema;

/** Findings and rules for programs. */
final class PolicyJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyJson() {}

    static String of(PolicyReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "facility/policy-check/v1");
        root.put("environment", report.environment().key());
        root.put("violations", report.violations().size());
        var findings = root.putArray("findings");
        for (Judgement judgement : report.judged()) {
            ObjectNode node = findings.addObject();
            node.put("rule", judgement.rule().id());
            node.put("level", judgement.level().key());
            node.put("severity", judgement.rule().severity().key());
            node.put("resource", judgement.finding().resource());
            node.put("urn", judgement.finding().urn());
            node.put("what", judgement.finding().what());
            node.put("value", judgement.finding().value());
            node.put("limit", judgement.finding().limit());
            node.put("mend", judgement.finding().mend());
        }
        return written(root);
    }

    static String rules() {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "facility/policy-list/v1");
        var rules = root.putArray("rules");
        for (About about : FacilityPack.abouts()) {
            ObjectNode node = rules.addObject();
            node.put("rule", about.id());
            node.put("level", about.level().key());
            node.put("severity", about.severity().key());
            node.put("what", about.what());
            node.put("why", about.why());
            node.put("mend", about.mend());
            node.set("settings", SettingsSchema.of(about).properties());
        }
        return written(root);
    }

    static String written(ObjectNode root) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policies could not be written as JSON", e);
        }
    }
}
