package policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rules with their settings for one run.
 *
 * @param settings by the rules' ids: one for each rule
 */
public record Pack(
        String name,
        String version,
        String description,
        List<Rule> rules,
        Map<String, RuleSettings> settings,
        Leases leases) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The engine's own words in a pack's configuration: a level for all rules, and the level of one. */
    private static final String ALL_RULES = "all";

    private static final String LEVEL = "enforcementLevel";

    /** @throws FaultyPackException when rules cannot be told apart, or are named as the engine names something else */
    public Pack {
        rules = List.copyOf(rules);
        settings = new TreeMap<>(settings);
        requireNames(rules);
        for (Rule rule : rules) {
            if (!settings.containsKey(rule.about().id())) {
                throw new IllegalArgumentException(
                        "no settings for rule " + rule.about().id());
            }
        }
    }

    /** A pack without leases whose rules have their own levels and defaults; the engine's configuration may change both. */
    public static Pack of(String name, String version, String description, List<Rule> rules) {
        var settings = new TreeMap<String, RuleSettings>();
        for (Rule rule : rules) {
            About about = rule.about();
            var defaults = SettingsSchema.of(about).filled(JsonNodeFactory.instance.objectNode());
            settings.put(about.id(), new RuleSettings(about.level(), defaults));
        }
        return new Pack(name, version, description, rules, settings, Leases.none());
    }

    private static void requireNames(List<Rule> rules) {
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (Rule rule : rules) {
            String id = rule.about().id();
            if (!ID.matcher(id).matches()) {
                faults.add("rule \"" + id + "\": is no id; lower-case words with hyphens; rename it");
            }
            if (id.equals(ALL_RULES)) {
                faults.add("rule \"" + id + "\": is the engine's word for all rules; any other id; rename it");
            }
            if (!seen.add(id)) {
                faults.add("rule \"" + id + "\": is there twice; each id once; rename one");
            }
            if (SettingsSchema.of(rule.about()).names().contains(LEVEL)) {
                faults.add(
                        "rule \"" + id + "\": has a setting " + LEVEL + ", the engine's word for its level; rename it");
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultyPackException(String.join("\n", faults));
        }
    }

    /** The rule of that id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.about().id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return rules.stream().map(rule -> rule.about().id()).sorted().toList();
    }

    public Pack with(Map<String, RuleSettings> other) {
        var merged = new TreeMap<>(settings);
        merged.putAll(other);
        return new Pack(name, version, description, rules, merged, leases);
    }
}
