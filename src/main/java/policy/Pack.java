package policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    public Pack {
        rules = List.copyOf(rules);
        settings = new TreeMap<>(settings);
        for (Rule rule : rules) {
            if (!settings.containsKey(rule.about().id())) {
                throw new IllegalArgumentException(
                        "no settings for rule " + rule.about().id());
            }
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
