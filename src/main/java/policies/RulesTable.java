package policies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import policy.About;
import policy.SettingsSchema;

/** The rules as a table for people: policies/RULES.md. */
public final class RulesTable {
    private RulesTable() {}

    public static String markdown() {
        var lines = new ArrayList<String>();
        lines.add("# Rules");
        lines.add("");
        lines.add(
                "Made from the rules by `./renew-golden`; a test keeps it fresh. Settings stand with their defaults and are"
                        + " changed in `quotas.yaml`. A rule with kinds \"at admission\" is asked by the API server too.");
        lines.add("");
        lines.add("| rule | level | severity | what holds | otherwise | how to mend | at admission | settings |");
        lines.add("|---|---|---|---|---|---|---|---|");
        for (About about : FacilityPack.abouts()) {
            lines.add("| " + String.join(" | ", cells(about)) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> cells(About about) {
        return List.of(
                "`" + about.id() + "`",
                about.level().key(),
                about.severity().key(),
                about.what(),
                about.why(),
                about.mend(),
                kinds(about),
                settings(about));
    }

    /** What the API server asks about, by the plurals of its resources. */
    private static String kinds(About about) {
        return FacilityPack.kindsAtAdmission(about.id()).stream().sorted().collect(Collectors.joining(", "));
    }

    private static String settings(About about) {
        var schema = SettingsSchema.of(about);
        var settings = new ArrayList<String>();
        for (String name : schema.names()) {
            JsonNode one = schema.properties().get(name);
            String said = one.path("description").asText();
            settings.add("`" + name + ": " + one.path("default") + "`" + (said.isEmpty() ? "" : " " + said));
        }
        return settings.isEmpty() ? "" : String.join("; ", settings);
    }
}
