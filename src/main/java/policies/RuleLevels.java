package policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import config.FileFaults;
import config.YamlNode;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import policy.About;
import policy.Level;
import policy.RuleSettings;
import policy.SettingsSchema;

/** The part of the file that sets rules: each one's level, and its settings as its schema allows them. */
final class RuleLevels {
    static final Written NOTHING = new Written(0, Optional.empty(), JsonNodeFactory.instance.objectNode());

    private static final String LEVEL = "level";

    private final List<About> rules;
    private final FileFaults faults;

    RuleLevels(List<About> rules, FileFaults faults) {
        this.rules = List.copyOf(rules);
        this.faults = faults;
    }

    /** What is written of one rule. */
    record Written(int line, Optional<Level> level, ObjectNode values) {
        Written over(Written common) {
            ObjectNode merged = common.values().deepCopy();
            merged.setAll(values);
            return new Written(line, level.or(common::level), merged);
        }

        RuleSettings settings(About rule) {
            return new RuleSettings(
                    level.orElse(rule.level()), SettingsSchema.of(rule).filled(values));
        }
    }

    static Map<String, Written> over(Map<String, Written> common, Map<String, Written> own) {
        var merged = new TreeMap<>(common);
        own.forEach((rule, written) -> merged.merge(rule, written, (before, after) -> after.over(before)));
        return merged;
    }

    Map<String, Written> read(YamlNode node, String path) {
        var all = new TreeMap<String, Written>();
        if (node == null) {
            return all;
        }
        faults.mapping(node, path).entries().forEach((id, value) -> {
            Optional<About> rule =
                    rules.stream().filter(about -> about.id().equals(id)).findFirst();
            if (rule.isEmpty()) {
                unknownRule(id, value.line(), path);
            } else {
                all.put(id, rule(rule.get(), faults.mapping(value, path + "." + id), path + "." + id));
            }
        });
        return all;
    }

    private void unknownRule(String id, int line, String path) {
        var ids = rules.stream().map(About::id).sorted().toList();
        String hint = Nearest.hint(id, ids);
        faults.add(
                line,
                path,
                "names no rule",
                "\"" + id + "\"",
                "the rules are in policies/RULES.md",
                hint.isEmpty() ? "correct the name" : hint);
    }

    private Written rule(About rule, Mapping written, String path) {
        var values = new TreeMap<>(written.entries());
        YamlNode level = values.remove(LEVEL);
        Optional<Level> chosen = level instanceof Scalar scalar ? Level.of(scalar.text()) : Optional.empty();
        if (level != null && chosen.isEmpty()) {
            faults.add(
                    level.line(),
                    path + "." + LEVEL,
                    "is no level",
                    level.shown(),
                    String.join(", ", Level.keys()),
                    "choose one");
        }
        ObjectNode json = (ObjectNode) json(new Mapping(written.line(), values));
        var schema = SettingsSchema.of(rule);
        for (var misfit : json.isEmpty() ? List.<SettingsSchema.Misfit>of() : schema.misfits(json)) {
            String setting = misfit.path().replaceAll("[.\\[].*", "");
            YamlNode place = values.getOrDefault(setting, written);
            faults.add(
                    place.line(),
                    path + (misfit.path().isEmpty() ? "" : "." + misfit.path()),
                    misfit.what(),
                    place.shown(),
                    "settings: " + LEVEL + (schema.names().isEmpty() ? "" : ", " + String.join(", ", schema.names())),
                    "see policies/RULES.md");
        }
        return new Written(written.line(), chosen, json);
    }

    private static JsonNode json(YamlNode node) {
        var factory = JsonNodeFactory.instance;
        if (node instanceof Mapping mapping) {
            ObjectNode object = factory.objectNode();
            mapping.entries().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node instanceof Sequence sequence) {
            var array = factory.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Scalar scalar = (Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> factory.textNode(scalar.text());
            case NUMBER -> number(scalar.text());
            case BOOLEAN -> factory.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> factory.nullNode();
        };
    }

    /** YAML has forms of numbers that JSON has not, such as 0x10 and 1_000: those are no settings of ours. */
    private static JsonNode number(String text) {
        try {
            var number = new BigDecimal(text);
            return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 18
                    ? JsonNodeFactory.instance.numberNode(number.longValueExact())
                    : JsonNodeFactory.instance.numberNode(number.doubleValue());
        } catch (NumberFormatException otherForm) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
