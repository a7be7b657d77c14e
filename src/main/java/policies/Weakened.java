package policies;

import com.fasterxml.jackson.databind.JsonNode;
import config.FileFaults;
import facility.Environment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import policy.About;
import policy.Lease;
import policy.Leases;
import policy.SettingsSchema;

/** In prod a rule is switched off, or made weaker than it is, only under a lease for the rule as a whole. */
final class Weakened {
    private final Leases leases;

    Weakened(List<Lease> inProd, Clock clock) {
        this.leases = Leases.of(inProd, clock);
    }

    void judge(List<About> rules, Map<String, RuleLevels.Written> written, FileFaults faults) {
        for (About rule : rules) {
            var own = written.getOrDefault(rule.id(), RuleLevels.NOTHING);
            boolean leased = leases.covering(rule.id(), Lease.EVERYTHING).isPresent();
            if (!leased) {
                emptied(rule, own, faults);
            }
            boolean weaker =
                    own.level().filter(level -> level.weakerThan(rule.level())).isPresent();
            if (weaker && !leased) {
                faults.add(
                        own.line(),
                        rule.id() + ".level",
                        "is weaker than the rule's own in " + Environment.PROD.key(),
                        own.level().orElseThrow().key(),
                        rule.level().key() + ", or a lease for the resource \"*\" that has not ended",
                        "restore the level, or add the lease with owner, reason and end");
            }
        }
    }

    /** A list of what is looked for that loses an item is the rule switched off for that item. */
    private static void emptied(About rule, RuleLevels.Written own, FileFaults faults) {
        var schema = SettingsSchema.of(rule);
        for (String setting : schema.lookedFor()) {
            if (own.values().has(setting)) {
                var written = texts(own.values().get(setting));
                var missing = texts(schema.properties().get(setting).path("default")).stream()
                        .filter(item -> !written.contains(item))
                        .toList();
                if (!missing.isEmpty()) {
                    faults.add(
                            own.line(),
                            rule.id() + "." + setting,
                            "leaves out what the rule itself looks for in " + Environment.PROD.key(),
                            String.join(", ", missing),
                            "these and more, or a lease for the resource \"*\" that has not ended",
                            "restore them, or add the lease with owner, reason and end");
                }
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
